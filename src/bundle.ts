import path from "node:path";
import { build } from "rolldown";

/** Part of the build: makes one bundle of what `npm start` runs. Reading a thousand small files is most of a start. */
await build({
  cwd: path.join(import.meta.dirname, "../.."),
  input: "dist/src/main.js",
  platform: "node",
  // Loaded at their first use, from their place in node_modules.
  external: [/^@slack\//, "pino", "undici"],
  // discord.js can do without zlib-sync, and its method that evaluates code is never called.
  checks: { unresolvedImport: false, eval: false },
  output: { dir: "dist/bundle", cleanDir: true },
});
