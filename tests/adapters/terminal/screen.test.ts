import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { screenStyle } from "../../../src/adapters/terminal/screen.ts";

const pipe = new PassThrough();
const screen = Object.assign(new PassThrough(), { isTTY: true, columns: 50 });

test.each([
  ["a terminal has colours", screen, {}, true],
  ["a pipe has none", pipe, {}, false],
  ["NO_COLOR turns them off", screen, { NO_COLOR: "1" }, false],
  ["an empty NO_COLOR says nothing", screen, { NO_COLOR: "" }, true],
  ["a dumb terminal has none", screen, { TERM: "dumb" }, false],
  ["FORCE_COLOR turns them on", pipe, { FORCE_COLOR: "1" }, true],
  ["FORCE_COLOR=0 turns them off", screen, { FORCE_COLOR: "0" }, false],
  ["FORCE_COLOR wins", screen, { FORCE_COLOR: "1", NO_COLOR: "1", TERM: "dumb" }, true],
])("%s", (_, output, env, colours) => {
  expect(screenStyle(output, env).colours).toBe(colours);
});

test("the width is that of the terminal, elsewhere 80", () => {
  expect(screenStyle(screen, {}).width).toBe(50);
  expect(screenStyle(pipe, {}).width).toBe(80);
});
