import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { verdictOf } from "../../src/knowledge/knowledge.ts";
import { knowledge } from "../chat.ts";

/** What the rules were expected to give, written before this code and by other hands. */
const Golden = z.record(
  z.string(),
  z.object({
    label: z.string(),
    osaid: z.string(),
    blockers: z.array(z.string()),
    doubts: z.array(z.string()),
    mof_ceiling: z.string(),
  }),
);
const golden = Golden.parse(JSON.parse(readFileSync(new URL("golden.json", import.meta.url), "utf8")));

const models = [...knowledge.models.values()].map((model) => ({
  model,
  result: verdictOf(knowledge, model),
}));
const classes = ["none", "III", "II", "I"];

test.each(Object.entries(golden))("%s has its expected verdict", (id, expected) => {
  const result = models.find(({ model }) => model.id === id)?.result;
  expect(result).toMatchObject({
    label: { id: expected.label },
    definition: { reading: expected.osaid, blockers: expected.blockers },
    framework: { ceiling: expected.mof_ceiling },
  });
  expect(result?.definition.doubts.toSorted()).toEqual(expected.doubts.toSorted());
});

test("63 models have an expected verdict", () => {
  expect(Object.keys(golden)).toHaveLength(63);
});

describe("independent of our own expectations", () => {
  test("the reading agrees with the OSI's trial of 2024", () => {
    const tried = models.filter(({ model }) => model.external?.osi_validation !== undefined);
    expect(tried.length).toBeGreaterThanOrEqual(9);
    for (const { model, result } of tried) {
      const met = model.external?.osi_validation?.result === "met";
      expect(result.definition.reading, model.id).toBe(met ? "likely" : "not-met");
    }
  });

  test("what failed in that trial by its licence alone is blocked by its licence here", () => {
    const byLicence = models.filter(
      ({ model }) => model.external?.osi_validation?.result === "would-meet-with-other-licence",
    );
    for (const { model, result } of byLicence)
      expect(result.definition.blockers, model.id).toContain("licence");
    expect(byLicence.length).toBeGreaterThanOrEqual(3);
  });

  test("no class of the Model Openness Tool is above our ceiling", () => {
    const recorded = models.filter(({ model }) => (model.external?.mot?.class ?? "none") !== "none");
    expect(recorded.length).toBeGreaterThanOrEqual(4);
    for (const { model, result } of recorded)
      expect(classes.indexOf(model.external?.mot?.class ?? "none"), model.id).toBeLessThanOrEqual(
        classes.indexOf(result.framework.ceiling),
      );
  });
});
