import { copyFileSync, cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "rolldown";

const root = path.join(import.meta.dirname, "../..");

/** Part of the build: makes one bundle of what `npm start` runs. Reading a thousand small files is most of a start. */
await build({
  cwd: root,
  input: "dist/src/main.js",
  platform: "node",
  // Loaded at their first use, from their place in node_modules.
  external: [/^@slack\//, "@resvg/resvg-js", "pg", "pino", "undici"],
  // discord.js can do without zlib-sync, and its method that evaluates code is never called.
  checks: { unresolvedImport: false, eval: false },
  output: { dir: "dist/bundle", cleanDir: true },
});

/** What the page sends to browsers. */
const [page, made] = [path.join(root, "src/adapters/web/page"), path.join(root, "dist/page")];
await build({
  cwd: root,
  input: path.join(page, "page.ts"),
  platform: "browser",
  output: { dir: made, cleanDir: true, minify: true },
});
const styles = ["page.css", "client.css", "discord.css", "slack.css", "../browse/browse.css"].map((name) =>
  readFileSync(path.join(page, name), "utf8"),
);
writeFileSync(path.join(made, "style.css"), styles.join("\n"));
copyFileSync(path.join(page, "icon.svg"), path.join(made, "icon.svg"));
// The library that draws pictures reads fonts from files only; their licence has to go with them.
cpSync(path.join(root, "src/picture/fonts"), path.join(root, "dist/fonts"), {
  recursive: true,
  filter: (file) => !/\.(py|json)$/.test(file),
});
