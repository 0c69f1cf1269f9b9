import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { compileProgram } from "./program.ts";

const program = compileProgram();

function run() {
  const child = spawn(process.execPath, [program], { stdio: "pipe" });
  return { child, ended: once(child, "close"), errors: text(child.stderr) };
}

test("a program at the end of a pipe answers all lines and ends", async () => {
  const { child, ended, errors } = run();
  const lines = Array.from({ length: 200 }, (_, index) => `/question ${index}`);
  child.stdin.end(lines.join("\n"));
  const answers = await text(child.stdout);
  expect(await ended).toEqual([0, null]);
  expect(answers.match(/(?<=question\()\d+/g)).toEqual(lines.map((_, index) => `${index}`));
  expect(await errors).toBe("");
});

test("it ends quietly when nobody reads on, as behind `| head -1`", async () => {
  const { child, ended, errors } = run();
  child.stdin.on("error", () => {
    // The program has gone: that is what is tested.
  });
  const asking = setInterval(() => child.stdin.write("/help\n"), 5);
  await once(child.stdout, "data");
  child.stdout.destroy();
  const exit = await ended;
  clearInterval(asking);
  expect(exit).toEqual([0, null]);
  expect(await errors).toBe("");
});

// Windows has no signals.
test.skipIf(process.platform === "win32")(
  "it ends when it is told to, also while it waits for a line",
  async () => {
    const { child, ended, errors } = run();
    child.stdin.write("/help\n");
    await once(child.stdout, "data");
    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
    expect(await errors).toBe("");
  },
);
