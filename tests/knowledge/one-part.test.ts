import { describe, expect, test } from "vitest";
import type { State } from "../../src/chat.ts";
import type { Part } from "../../src/knowledge/schema.ts";
import { type Scorecard, verdict } from "../../src/knowledge/verdict.ts";

/** A model that is open but for these parts. */
function openBut(changed: Partial<Record<Part, State>>, osiApproved: boolean | null = true): Scorecard {
  const state = (part: Part) => ({ state: changed[part] ?? "open" });
  return {
    parts: {
      weights: state("weights"),
      licence: state("licence"),
      code: state("code"),
      training_code: state("training_code"),
      training_data: state("training_data"),
      data_information: state("data_information"),
      checkpoints: state("checkpoints"),
      documentation: state("documentation"),
    },
    osiApproved,
  };
}

/** "label, reading, class | blockers | doubts" */
function read(card: Scorecard): string {
  const { label, definition, framework } = verdict(card);
  const named = [label.gated ? `gated ${label.id}` : label.id, definition.reading, framework.ceiling];
  return `${named.join(", ")} | ${definition.blockers.join(" ")} | ${definition.doubts.join(" ")}`;
}

describe("a model that is open in all parts but one", () => {
  test.each<[Part, State, string]>([
    ["weights", "open", "fully-open, likely, I |  | "],
    ["weights", "partial", "gated open-weights, unclear, I |  | weights"],
    ["weights", "unknown", "unknown, unclear, I |  | weights"],
    ["weights", "closed", "closed, not-met, none | weights | "],
    ["licence", "partial", "restricted-weights, not-met, none | licence | "],
    ["licence", "unknown", "unknown, unclear, I |  | licence"],
    ["licence", "closed", "unknown, not-met, none | licence | "],
    ["code", "partial", "open-weights, unclear, I |  | code"],
    ["code", "unknown", "open-weights, unclear, I |  | code"],
    ["code", "closed", "open-weights, not-met, III | code | "],
    ["training_code", "partial", "open-weights, unclear, I |  | training_code"],
    ["training_code", "closed", "open-weights, not-met, III | training_code | "],
    ["training_data", "partial", "open-source-ai, likely, I |  | "],
    ["training_data", "closed", "open-source-ai, likely, II |  | "],
    ["data_information", "closed", "fully-open, likely, I |  | "],
    ["checkpoints", "partial", "fully-open, likely, I |  | "],
    ["checkpoints", "closed", "fully-open, likely, II |  | "],
    ["documentation", "partial", "fully-open, likely, I |  | "],
    ["documentation", "closed", "fully-open, likely, none |  | "],
  ])("%s: %s", (part, state, expected) => {
    expect(read(openBut({ [part]: state }))).toBe(expected);
  });
});

test.each([null, false])("a licence of which the OSI has said %s is in doubt", (approved) => {
  expect(read(openBut({}, approved))).toBe("open-weights, unclear, I |  | licence");
});

test.each<[State, State, string]>([
  ["closed", "closed", "open-weights, not-met, II | data | "],
  ["closed", "unknown", "open-weights, unclear, II |  | data"],
  ["unknown", "closed", "open-weights, unclear, I |  | data"],
  ["unknown", "partial", "open-weights, unclear, I |  | data"],
  ["partial", "unknown", "open-weights, unclear, I |  | data"],
])("of data that are %s and described as %s, the better counts", (published, described, expected) => {
  expect(read(openBut({ training_data: published, data_information: described }))).toBe(expected);
});

test("what is closed and what is not known are told apart, in the order of the definition", () => {
  expect(read(openBut({ weights: "partial", code: "closed", training_code: "unknown" }, null))).toBe(
    "gated open-weights, not-met, III | code | weights licence training_code",
  );
  expect(read(openBut({ weights: "partial", licence: "partial" }))).toBe(
    "restricted-weights, not-met, none | licence | weights",
  );
});

test("a result carries the name of its yardstick", () => {
  const { label, definition, framework } = verdict(openBut({}));
  expect([label.yardstick, definition.yardstick, framework.yardstick]).toEqual([
    "Openness label",
    "OSAID 1.0",
    "Model Openness Framework",
  ]);
});
