import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

/**
 * `npm run dev`: compiles on each change of the code and restarts the bot, which itself takes over edits of the
 * knowledge without a restart.
 */
const compiler = fileURLToPath(new URL("bin/tsc", import.meta.resolve("typescript/package.json")));
const program = path.join(import.meta.dirname, "main.js");

const children = [
  spawn(process.execPath, [compiler, "-p", "tsconfig.build.json", "--watch", "--preserveWatchOutput"], {
    stdio: ["ignore", "inherit", "inherit"],
  }),
  spawn(process.execPath, ["--watch", "--watch-preserve-output", program, "--watch-knowledge"], {
    stdio: "inherit",
  }),
];
for (const child of children)
  child.on("exit", () => {
    for (const other of children) other.kill();
  });
