import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readEnvironment, variables } from "../src/env-schema.ts";
import { defaults, secretsIn, variableNames } from "../src/env.ts";

test(".env.example names every variable, with its meaning, and no other", () => {
  const example = readFileSync(".env.example", "utf8");
  const named = [...example.matchAll(/^#? ?([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(named).toEqual(variables.map(({ name }) => name));
  for (const { describe: words } of variables) {
    expect(words).not.toBe("");
    expect(example).toContain(`# ${words}\n`);
  }
});

describe("the environment", () => {
  test("may be empty, which gives what is given when it is not even read", () => {
    expect(readEnvironment({})).toEqual(defaults);
    expect(variables.map(({ name }) => name)).toEqual(variableNames);
  });

  test("counts an empty value as none, and leaves other programs' variables alone", () => {
    expect(readEnvironment({ DEFAULT_LANGUAGE: "", PATH: "/bin" })).toEqual(defaults);
  });

  test("names each variable that is wrong, all at once, with what is allowed", () => {
    expect(() => readEnvironment({ DEFAULT_LANGUAGE: "fr", LOG_LEVEL: "loud" })).toThrow(
      /LOG_LEVEL: use one of silent, fatal, .*\nDEFAULT_LANGUAGE: use one of en, de, in \.env or in the environment\./,
    );
  });
});

test("what must not be printed is known by its name", () => {
  expect(secretsIn({ DISCORD_TOKEN: "a", SLACK_SIGNING_SECRET: "b", HOME: "c", DATABASE_URL: "d" })).toEqual([
    "a",
    "b",
    "d",
  ]);
});
