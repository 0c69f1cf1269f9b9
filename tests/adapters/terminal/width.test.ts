import { expect, test } from "vitest";
import { displayWidth } from "../../../src/adapters/terminal/width.ts";

test.each([
  ["", 0],
  ["Grok-1", 6],
  ["größer – „offen“ … 5 €", 22],
  ["● ◐ ○ ?", 7],
  ["e\u0301", 1],
  ["開放", 4],
  ["ｆｕｌｌ", 8],
  ["ﾊﾝｶｸ", 4],
  ["한국어", 6],
  ["🤖", 2],
  ["👩‍👩‍👧‍👦", 2],
  ["🇩🇪", 2],
  ["❤️", 2],
  ["\u200d", 0],
  ["Привет", 6],
  ["עברית", 5],
])("%j takes %i columns", (text, columns) => {
  expect(displayWidth(text)).toBe(columns);
});
