import { expect, test } from "vitest";
import { completeLine } from "../../../src/adapters/terminal/complete.ts";
import { cannedBot } from "./canned-bot.ts";

const commands = ["/openness ", "/define ", "/help ", "/lang ", "/quit "];

test.each([
  ["", commands, ""],
  ["/", commands, "/"],
  ["/o", ["/openness "], "/o"],
  ["/OP", ["/openness "], "/OP"],
  ["/x", [], "/x"],
  ["is gro", [], "is gro"],
  ["/lang d", ["de"], "d"],
  ["/openness ", ["grok-1", "grok-2", "olmo-2"], ""],
  ["/openness Gro", ["grok-1", "grok-2"], "Gro"],
  ["/openness grok-1, ol", ["olmo-2"], "ol"],
  ["/help ", ["privacy", "about"], ""],
  ["/help p", ["privacy"], "p"],
  ["/weather b", [], "b"],
])("%j is completed with %j in place of %j", (line, values, typed) => {
  expect(completeLine(cannedBot, line, "en")).toEqual([values, typed]);
});

test("a choice is found by the name that people know, and its value replaces that", () => {
  expect(completeLine(cannedBot, "/define Modellgew", "de")).toEqual([["model-weights"], "Modellgew"]);
});

test("several choices under one name are only listed, because what they share is not what was typed", () => {
  expect(completeLine(cannedBot, "/define Offene", "de")).toEqual([
    ["Offene", "open-weights", "open-data"],
    "Offene",
  ]);
});

test("similar choices are listed, the best first and only a few", () => {
  const choices = Array.from({ length: 25 }, (_, index) => ({ label: "Name", value: `value-${index}` }));
  const [values] = completeLine({ ...cannedBot, suggest: () => choices }, "/openness gork", "en");
  expect(values.slice(0, 3)).toEqual(["gork", "value-0", "value-1"]);
  expect(values).toHaveLength(9);
});
