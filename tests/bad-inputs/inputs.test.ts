import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { inputs, type Cover, type Kind } from "./inputs.ts";

const counts: Readonly<Record<Kind, number>> = {
  O: 13,
  U: 14,
  M: 16,
  P: 6,
  R: 8,
  J: 6,
  W: 12,
  G: 8,
  K: 10,
  C: 6,
  T: 5,
};

test("there are 104 bad inputs, so many of each kind", () => {
  const found = Object.keys(counts).map((kind) => [
    kind,
    inputs.filter((input) => input.kind === kind).length,
  ]);
  expect(Object.fromEntries(found)).toEqual(counts);
  expect(inputs).toHaveLength(104);
  expect(new Set(inputs.map(({ name }) => name)).size).toBe(104);
});

const covers = inputs.flatMap((input) =>
  "covers" in input ? input.covers.map((cover): [string, Cover] => [input.name, cover]) : [],
);

test.each(covers)("%s is tried where its row says", (_, { file, title }) => {
  expect(readFileSync(file, "utf8")).toContain(`"${title}"`);
});
