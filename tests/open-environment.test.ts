import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { defaults, openEnvironment, variableNames } from "../src/env.ts";

// The tests' own environment and folder must not count, nor may the tests change them for others.
const home = process.cwd();
beforeEach(() => {
  process.chdir(mkdtempSync(path.join(tmpdir(), "openness-env-")));
  for (const name of variableNames) vi.stubEnv(name, undefined);
});
afterEach(() => {
  process.chdir(home);
  vi.unstubAllEnvs();
});

async function open() {
  const doubts: string[] = [];
  return { ...(await openEnvironment((doubt) => doubts.push(doubt))), doubts };
}

test("nothing has to be set", async () => {
  expect(await open()).toEqual({ env: defaults, secrets: [], doubts: [] });
});

test("what is set is read, from .env as well, and its secrets are known as such", async () => {
  writeFileSync(".env", "SLACK_BOT_TOKEN=xoxb-of-the-file\n");
  vi.stubEnv("SLACK_APP_TOKEN", "xapp-of-the-process");
  const { env, secrets } = await open();
  expect(env).toMatchObject({ SLACK_BOT_TOKEN: "xoxb-of-the-file", SLACK_APP_TOKEN: "xapp-of-the-process" });
  expect(secrets).toEqual(expect.arrayContaining(["xoxb-of-the-file", "xapp-of-the-process"]));
});

test("what is like a variable of the bot is doubted, even where nothing else is set", async () => {
  vi.stubEnv("DISCORD_TOKN", "any.token.of-nobody");
  expect((await open()).doubts).toEqual([
    "DISCORD_TOKN: there is no such variable. Did you mean DISCORD_TOKEN?",
  ]);
});

test("all that is wrong is named at once", async () => {
  vi.stubEnv("STORE_KEYS", "not a key");
  vi.stubEnv("PORT", "many");
  await expect(open()).rejects.toThrow("STORE_KEYS: give id:key");
  await expect(open()).rejects.toThrow("PORT: ");
});
