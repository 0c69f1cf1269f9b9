import { cpSync } from "node:fs";
import path from "node:path";
import { build } from "rolldown";

const root = path.join(import.meta.dirname, "../..");

/** Part of the build: makes one bundle of what `npm start` runs. Reading a thousand small files is most of a start. */
await build({
  cwd: root,
  input: "dist/src/main.js",
  platform: "node",
  // Loaded at their first use, from their place in node_modules.
  external: [/^@slack\//, "@resvg/resvg-js", "pino", "undici"],
  // discord.js can do without zlib-sync, and its method that evaluates code is never called.
  checks: { unresolvedImport: false, eval: false },
  output: { dir: "dist/bundle", cleanDir: true },
});

// The library that draws pictures reads fonts from files only; their licence has to go with them.
cpSync(path.join(root, "src/picture/fonts"), path.join(root, "dist/fonts"), {
  recursive: true,
  filter: (file) => !/\.(py|json)$/.test(file),
});
