import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { keyIn, readKeys } from "../../src/store/keys.ts";

const base64 = (sign: string, length = 32) => Buffer.alloc(length, sign).toString("base64");

describe("keys are read", () => {
  test("with their ids, the newest first", () => {
    const keys = readKeys(`2027:${base64("b")}, 2026:${base64("a")}`);
    expect(keys.map(({ id, bytes }) => [id, bytes.toString()])).toEqual([
      ["2027", "b".repeat(32)],
      ["2026", "a".repeat(32)],
    ]);
  });

  test.each([
    ["nothing", "", /give id:key/],
    ["a key without an id", base64("a"), /give id:key/],
    ["a key that is too short", `a:${base64("a", 31)}`, /give id:key/],
    ["a word", "a:secret!", /give id:key/],
    ["one id for two keys", `a:${base64("a")},a:${base64("b")}`, /another id/],
  ])("but not %s, and what was given is not repeated", (_, text, words) => {
    expect(() => readKeys(text)).toThrow(words);
    expect(() => readKeys(text)).not.toThrow(/YWFh|secret/);
  });
});

describe("the key beside a database", () => {
  let folder = "";
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "openness-keys-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  test("is made once, for nobody else to read, and leaves no draft behind", () => {
    const [{ id, bytes }] = keyIn(folder);
    expect([id, bytes.length]).toEqual(["file", 32]);
    expect(keyIn(folder)).toEqual([{ id, bytes }]);
    expect(readdirSync(folder)).toEqual(["key"]);
  });

  test.skipIf(process.platform === "win32")("is readable for its owner only", () => {
    keyIn(folder);
    expect(statSync(path.join(folder, "key")).mode & 0o777).toBe(0o600);
  });

  test("is not made anew over one that cannot be read", () => {
    writeFileSync(path.join(folder, "key"), "half a k");
    expect(() => keyIn(folder)).toThrow(/^DATA_DIR: .*key is not a key that was made here; put the old/);
    expect(() => keyIn(path.join(folder, "no", "such"))).toThrow(/ENOENT/);
  });
});
