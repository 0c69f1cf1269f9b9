import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { doubtsAbout, readEnvironment, variables } from "../src/env-schema.ts";
import { defaults, variableNames } from "../src/env.ts";
import { fileNames, secretsIn, withFiles } from "../src/secrets.ts";
import { startBot } from "./programs/bot-process.ts";

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

/** All that many workspaces on Slack need. */
const many = {
  SLACK_CLIENT_ID: "1.2",
  SLACK_CLIENT_SECRET: "c",
  SLACK_STATE_SECRET: "0123456789abcdef0123456789abcdef",
  SLACK_SIGNING_SECRET: "s",
  PUBLIC_BASE_URL: "https://bot.example.org",
};
const without = (name: keyof typeof many) => ({ ...many, [name]: "" });

test("whole sets are taken, also two at once", () => {
  expect(readEnvironment(many)).toMatchObject(many);
  const one = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1" };
  expect(readEnvironment({ ...many, ...one })).toMatchObject({ ...many, ...one });
});

describe("what is half configured is refused with the missing half", () => {
  test.each([
    [
      { SLACK_BOT_TOKEN: "xoxb-1" },
      /^SLACK_APP_TOKEN: missing beside SLACK_BOT_TOKEN; or set SLACK_SIGNING_SECRET, in /,
    ],
    [{ SLACK_APP_TOKEN: "xapp-1" }, /^SLACK_BOT_TOKEN: missing beside SLACK_APP_TOKEN, in /],
    [{ SLACK_SIGNING_SECRET: "s" }, /^SLACK_BOT_TOKEN: missing beside SLACK_SIGNING_SECRET, in /],
    [without("SLACK_CLIENT_ID"), /^SLACK_CLIENT_ID: missing beside SLACK_CLIENT_SECRET, in [^\n]*$/],
    [without("SLACK_CLIENT_SECRET"), /^SLACK_CLIENT_SECRET: missing beside SLACK_CLIENT_ID, in [^\n]*$/],
    [without("SLACK_STATE_SECRET"), /^SLACK_STATE_SECRET: missing beside SLACK_CLIENT_ID, in [^\n]*$/],
    [without("SLACK_SIGNING_SECRET"), /^SLACK_SIGNING_SECRET: missing beside SLACK_CLIENT_ID, in [^\n]*$/],
    [without("PUBLIC_BASE_URL"), /^PUBLIC_BASE_URL: missing beside SLACK_CLIENT_ID, in [^\n]*$/],
    [{ ...many, SLACK_APP_TOKEN: "xapp-1" }, /^SLACK_BOT_TOKEN: missing beside SLACK_APP_TOKEN, in /],
    [
      { DISCORD_PUBLIC_KEY: "0".repeat(64) },
      /^DISCORD_TOKEN: missing beside DISCORD_PUBLIC_KEY; or set DISCORD_GATEWAY=off, in /,
    ],
    [{ DISCORD_GATEWAY: "off" }, /^DISCORD_PUBLIC_KEY: missing beside DISCORD_GATEWAY=off, in /],
    [
      { DISCORD_GATEWAY: "off", DISCORD_TOKEN: "t" },
      /^DISCORD_PUBLIC_KEY: missing beside DISCORD_GATEWAY=off, in /,
    ],
    [{ SHARDS: "0" }, /^SHARD_COUNT: missing beside SHARDS, in /],
    [{ SHARD_COUNT: "2" }, /^SHARDS: missing beside SHARD_COUNT, in /],
  ])("%j", (given, sentence) => {
    expect(() => readEnvironment(given)).toThrow(sentence);
  });
});

describe("what is malformed is refused by name, and never printed", () => {
  test.each([
    ["DISCORD_TOKEN", "abc\ndef", "take out the spaces"],
    ["DISCORD_TOKEN", '"quoted"', "take out the spaces"],
    ["SLACK_BOT_TOKEN", "xapp-secret", "a bot token starts with xoxb-"],
    ["SLACK_APP_TOKEN", "xoxb-secret", "an app token starts with xapp-"],
    ["DISCORD_OVERHEAR", "#lounge", "give channel ids"],
    ["SLACK_OVERHEAR", "C1,,C2", "give channel ids"],
    ["SLACK_STATE_SECRET", "tooshort", "give at least 32 characters"],
    ["PORT", "0", "give a number from 1 to 65535"],
    ["PORT", "99999", "give a number from 1 to 65535"],
    ["PUBLIC_BASE_URL", "http://bot.example.org", "give an address that starts with https://"],
    ["HEALTH_PORT", "eighty", "give a number from 1 to 65535"],
    ["DISCORD_API_URL", "localhost", "give an address that starts with"],
    ["SLACK_COMMAND_DEFINE", "Erklaere", "give a slash and up to 31"],
    ["DISCORD_REGISTER", "yes", "use one of auto, off"],
    ["DISCORD_GATEWAY", "maybe", "use one of on, off"],
    ["DISCORD_PUBLIC_KEY", "0".repeat(63), "give the 64 hexadecimal digits"],
    ["DISCORD_PUBLIC_KEY", "g".repeat(64), "give the 64 hexadecimal digits"],
    ["SHARDS", "0..3", "give ids such as 0-3 or 0,2, or a part"],
    ["SHARD_COUNT", "-7", "give a number from 1 to 100000"],
    ["SHARD_COUNT", "many", "give a number from 1 to 100000"],
  ])("%s=%j", (name, value, sentence) => {
    const given = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1", [name]: value };
    expect(() => readEnvironment(given)).toThrow(`${name}: ${sentence}`);
    expect(() => readEnvironment(given)).not.toThrow(value);
  });
});

test.each([
  [{ SHARDS: "8", SHARD_COUNT: "8" }, /^SHARDS: of 8 shards the last is 7, not 8, in /],
  [{ SHARDS: "3/3", SHARD_COUNT: "8" }, /^SHARDS: there is no part 3 of 3; .*, in /],
])("shards that do not exist are refused: %j", (given, sentence) => {
  expect(() => readEnvironment(given)).toThrow(sentence);
});

test("Discord goes over the gateway, over HTTP beside it, or over HTTP alone without a token", () => {
  const key = { DISCORD_PUBLIC_KEY: "ab".repeat(32) };
  expect(readEnvironment({ DISCORD_TOKEN: "t" })).toMatchObject({ DISCORD_GATEWAY: "on" });
  expect(readEnvironment({ ...key, DISCORD_TOKEN: "t" })).toMatchObject({ ...key, DISCORD_GATEWAY: "on" });
  expect(readEnvironment({ ...key, DISCORD_GATEWAY: "off" })).toMatchObject({ DISCORD_GATEWAY: "off" });
});

test("the public address has no slash at its end, so that paths can follow", () => {
  expect(readEnvironment({ PUBLIC_BASE_URL: "https://bot.example.org/x/" })).toMatchObject({
    PUBLIC_BASE_URL: "https://bot.example.org/x",
  });
});

test("channels are a list, a star, or none", () => {
  expect(readEnvironment({ DISCORD_OVERHEAR: "1, 2 ,3", SLACK_OVERHEAR: "*" })).toMatchObject({
    DISCORD_OVERHEAR: ["1", "2", "3"],
    SLACK_OVERHEAR: ["*"],
  });
});

test("what is surely not meant so is said, but does not stop the start", () => {
  const silent = { DISCORD_GATEWAY: "off", DISCORD_OVERHEAR: "*" };
  expect(doubtsAbout(silent)).toEqual([expect.stringMatching(/^DISCORD_OVERHEAR: no messages come/)]);
  expect(doubtsAbout({ DISCORD_TOKN: "x", SLACK_SIGNING_SECRET: "short", PATH: "/bin" })).toEqual([
    "DISCORD_TOKN: there is no such variable. Did you mean DISCORD_TOKEN?",
    "SLACK_SIGNING_SECRET: shorter than the 32 characters that Slack gives; was it copied whole?",
  ]);
});

test("what must not be printed is known by its name", () => {
  expect(secretsIn({ DISCORD_TOKEN: "a", SLACK_SIGNING_SECRET: "b", HOME: "c", DATABASE_URL: "d" })).toEqual([
    "a",
    "b",
    "d",
  ]);
});

test("keys that stand in one variable are hidden one by one as well", () => {
  expect(secretsIn({ STORE_KEYS: "new:AAAA, old:BBBB" })).toEqual(["new:AAAA, old:BBBB", "AAAA", "BBBB"]);
});

test("so is the password in an address, as it stands there and as it is sent", () => {
  const address = "postgres://openness:p%40ssword@db/openness";
  expect(secretsIn({ DATABASE_URL: address })).toEqual([address, "p%40ssword", "p@ssword"]);
  const odd = "postgres://openness:100%@db/openness";
  expect(secretsIn({ DATABASE_URL: odd })).toContain("100%");
});

describe("a secret may stand in a file that NAME_FILE names", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "openness-secrets-"));
  const fileOf = (text: string) => {
    const file = path.join(folder, `${Math.random()}`);
    writeFileSync(file, text);
    return file;
  };

  test.each(["s3cret-value", "s3cret-value\n", "s3cret-value\r\n"])(
    "whose last line break does not count: %j",
    (text) => {
      const given = withFiles(variableNames, { SLACK_SIGNING_SECRET_FILE: fileOf(text), PATH: "/bin" });
      expect(given).toMatchObject({ SLACK_SIGNING_SECRET: "s3cret-value", PATH: "/bin" });
      expect(secretsIn(given)).toContain("s3cret-value");
    },
  );

  test("which goes for whatever is a secret by its name, now or later, and for nothing else", () => {
    expect([
      ...fileNames(["DISCORD_TOKEN", "PORT", "STORE_KEYS", "DATABASE_URL", "SLACK_CLIENT_ID"]),
    ]).toEqual([
      ["DISCORD_TOKEN_FILE", "DISCORD_TOKEN"],
      ["STORE_KEYS_FILE", "STORE_KEYS"],
      ["DATABASE_URL_FILE", "DATABASE_URL"],
    ]);
    for (const name of ["DISCORD_TOKEN", "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"])
      expect(fileNames(variableNames).get(`${name}_FILE`)).toBe(name);
    // Another program's.
    const foreign = { AWS_WEB_IDENTITY_TOKEN_FILE: "/nowhere", PORT_FILE: "/nowhere" };
    expect(withFiles(variableNames, foreign)).toEqual(foreign);
  });

  test("an empty name of a file counts as none, and so does an empty value beside a file", () => {
    expect(withFiles(variableNames, { DISCORD_TOKEN: "abc", DISCORD_TOKEN_FILE: "" })).toMatchObject({
      DISCORD_TOKEN: "abc",
    });
    expect(withFiles(variableNames, { DISCORD_TOKEN: "", DISCORD_TOKEN_FILE: fileOf("abc") })).toMatchObject({
      DISCORD_TOKEN: "abc",
    });
  });

  test("what is wrong with it is named all at once, and neither value nor path is printed", () => {
    const given = {
      DISCORD_TOKEN: "s3cret-value",
      DISCORD_TOKEN_FILE: fileOf("s3cret-other"),
      SLACK_APP_TOKEN_FILE: path.join(folder, "xapp-put-here-by-mistake"),
      SLACK_BOT_TOKEN_FILE: fileOf("\n"),
      SLACK_SIGNING_SECRET_FILE: folder,
    };
    expect(() => withFiles(variableNames, given)).toThrow(
      [
        "DISCORD_TOKEN: set beside DISCORD_TOKEN_FILE; take one of the two out.",
        "SLACK_BOT_TOKEN_FILE: the file is empty; give the path of a readable file that holds SLACK_BOT_TOKEN.",
        "SLACK_APP_TOKEN_FILE: the file cannot be read (ENOENT); give the path of a readable file that holds SLACK_APP_TOKEN.",
        "SLACK_SIGNING_SECRET_FILE: the file cannot be read (EISDIR); give the path of a readable file that holds SLACK_SIGNING_SECRET.",
      ].join("\n"),
    );
    expect(() => withFiles(variableNames, given)).not.toThrow(/s3cret|xapp-put/);
  });

  test("such a name is none that does not exist, unless what it would hold is no secret", () => {
    expect(doubtsAbout({ DISCORD_TOKEN_FILE: "x", SLACK_SIGNING_SECRET_FILE: "y" })).toEqual([]);
    expect(doubtsAbout({ DISCORD_GUILD_ID_FILE: "x" })).toEqual([
      "DISCORD_GUILD_ID_FILE: there is no such variable. Did you mean DISCORD_GUILD_ID?",
    ]);
  });

  test("the log is told to hide it, and other programs do not inherit it", async () => {
    const module = JSON.stringify(pathToFileURL(path.resolve("dist/src/env.js")).href);
    const program = `import { openEnvironment } from ${module};
      const { env, secrets } = await openEnvironment(console.error);
      const inherited = process.env.DISCORD_TOKEN ?? "nothing";
      console.log(JSON.stringify([env.DISCORD_TOKEN, secrets.includes("s3cret-value"), inherited]));`;
    const run = startBot({ DISCORD_TOKEN_FILE: fileOf("s3cret-value\n") }, [
      "--input-type=module",
      "-e",
      program,
    ]);
    expect(await run.end()).toBe(0);
    expect(JSON.parse(run.printed)).toEqual(["s3cret-value", true, "nothing"]);
  });

  test("npm start takes it from there, and names what is wrong with it", async () => {
    const bot = startBot({ SLACK_BOT_TOKEN_FILE: fileOf("xapp-not-a-bot-token\n") });
    expect(await bot.end()).toBe(1);
    expect(bot.printed).toContain("SLACK_BOT_TOKEN: a bot token starts with xoxb-");
    expect(bot.printed).not.toContain("xapp-not");
    const empty = startBot({ DISCORD_TOKEN_FILE: fileOf("") });
    expect(await empty.end()).toBe(1);
    expect(empty.printed).toMatch(/^DISCORD_TOKEN_FILE: the file is empty;.*\n$/);
  });
});
