import { execFileSync } from "node:child_process";

/** Before all tests: they run the built programs and read the built knowledge, so both must be of today. */
export function setup(): void {
  // npm is a script of the shell's on Windows.
  execFileSync("npm", ["run", "-s", "build"], { stdio: "inherit", shell: process.platform === "win32" });
}
