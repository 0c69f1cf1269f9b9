import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { assert, constantFrom, property, tuple } from "fast-check";
import { expect, test } from "vitest";
import { doubtsAbout, readEnvironment } from "../../src/env-schema.ts";
import { doubtsAboutFile, variableNames } from "../../src/env.ts";
import { mutantsOf } from "./mutate.ts";
import { mutations, seed } from "./ways.ts";

const whole = {
  DISCORD_TOKEN: "discord-s3cret-token",
  SLACK_BOT_TOKEN: "xoxb-1-s3cret",
  SLACK_APP_TOKEN: "xapp-1-s3cret",
  SHARDS: "0/3",
  SHARD_COUNT: "12",
  PORT: "4321",
  STORE_KEYS: `2026:${Buffer.alloc(32).toString("base64")}`,
  DATABASE_URL: "postgres://user:s3cret@host/name",
  PUBLIC_BASE_URL: "https://bot.example.org",
  DISCORD_OVERHEAR: "1, 2,3",
};

/** What is said about it, if it is refused. */
function sentencesAbout(given: Readonly<Record<string, string>>): readonly string[] {
  try {
    readEnvironment(given);
    return [];
  } catch (error) {
    return error instanceof Error ? error.message.split("\n") : ["what was thrown is no error"];
  }
}

test("a variable with some changes is taken, or refused by its name in a sentence that does not quote it", () => {
  const change = constantFrom(...Object.entries(whole)).chain(([name, value]) =>
    tuple(constantFrom(name), mutantsOf(value)),
  );
  const named = new RegExp(`^(?:${variableNames.join("|")}): \\S.*\\.`, "u");
  assert(
    property(change, ([name, value]) => {
      const given = { ...whole, [name]: value };
      const sentences = [...sentencesAbout(given), ...doubtsAbout(given)];
      expect(sentences.filter((one) => !named.test(one))).toEqual([]);
      expect(sentences.join("\n")).not.toContain("s3cret");
    }),
    { numRuns: mutations * 10, seed },
  );
}, 600_000);

test.skipIf(process.platform === "win32")("a file of secrets that others can read is said to be one", () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "openness-env-")), ".env");
  writeFileSync(file, "DISCORD_TOKEN=x\n");
  const doubtsWith = (mode: number) => {
    chmodSync(file, mode);
    return doubtsAboutFile(file);
  };
  expect([0o600, 0o400].map(doubtsWith)).toEqual([[], []]);
  for (const mode of [0o644, 0o640, 0o604])
    expect(doubtsWith(mode)).toEqual([expect.stringMatching(/\.env: others .*chmod 600/u)]);
});
