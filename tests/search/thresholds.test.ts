import { expect, test } from "vitest";
import { calibrate } from "../../src/eval/calibrate.ts";
import { thresholds } from "../../src/search/thresholds.ts";
import { knowledge } from "../chat.ts";
import { questionSet } from "./judge.ts";

const again = "run: npm run eval -- --calibrate";

test("the thresholds are what a calibration on the question set gives", () => {
  expect(calibrate(knowledge, questionSet("questions")), again).toEqual(thresholds);
});

test("an answer unasked needs at least what an answer needs, and that more than a question back", () => {
  const { asked, overheard } = thresholds;
  expect(overheard.answer).toBeGreaterThanOrEqual(asked.answer);
  expect(overheard.lead).toBeLessThanOrEqual(asked.lead);
  expect(asked.suggest).toBeLessThan(asked.answer);
});
