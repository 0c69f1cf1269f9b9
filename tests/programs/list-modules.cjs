// Preloaded into a bot: at its end, writes which packages it has loaded to the file named by LIST_MODULES.
const { writeFileSync } = require("node:fs");
process.on("exit", () => {
  const names = Object.keys(require.cache).flatMap(
    (file) => /node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(file)?.[1] ?? [],
  );
  writeFileSync(process.env.LIST_MODULES, JSON.stringify([...new Set(names)]));
});
