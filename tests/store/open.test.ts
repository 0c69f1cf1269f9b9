import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hasSqlite, openFolder } from "../../src/store/folder.ts";
import { readKeys } from "../../src/store/keys.ts";
import { isLasting, openStore } from "../../src/store/open.ts";
import { createDatabase, postgres } from "./engines.ts";

let folder = "";
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "openness-open-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

const server = { adapter: "discord", id: "1" };

describe("without a server", () => {
  test.skipIf(!hasSqlite())("what is kept outlives the process where Node brings a database", async () => {
    expect(isLasting({ folder })).toBe(true);
    const before = await openStore({ folder }, () => {});
    await before.change(server, undefined, { language: "de" });
    await before.close();
    const after = await openStore({ folder }, () => {});
    expect(await after.settings(server)).toEqual({ language: "de" });
    await after.close();
  });

  test.skipIf(hasSqlite())("what is kept is gone after a restart where it brings none", async () => {
    expect(isLasting({ folder })).toBe(false);
    const before = await openStore({ folder }, () => {});
    await before.change(server, undefined, { language: "de" });
    expect(await before.settings(server)).toEqual({ language: "de" });
    const after = await openStore({ folder }, () => {});
    expect(await after.settings(server)).toEqual({});
  });
});

describe.skipIf(!postgres.isThere)("with a server", () => {
  test("what is kept outlives the process", async () => {
    const { url: databaseUrl, drop } = await createDatabase();
    const whereabouts = { folder, databaseUrl, keys: readKeys(`a:${Buffer.alloc(32).toString("base64")}`) };
    const before = await openStore(whereabouts, () => {});
    await before.change(server, undefined, { language: "de" });
    await before.close();
    const after = await openStore(whereabouts, () => {});
    expect(await after.settings(server)).toEqual({ language: "de" });
    await after.close();
    await drop();
  });
});

test("a server needs keys, because others can read what lies there", async () => {
  const whereabouts = { folder, databaseUrl: "postgres://127.0.0.1:1/none" };
  expect(isLasting(whereabouts)).toBe(true);
  await expect(openStore(whereabouts, () => {})).rejects.toThrow("STORE_KEYS: missing beside DATABASE_URL.");
});

describe("the folder of the database", () => {
  test("is made, for nobody else to enter", () => {
    const deep = path.join(folder, "not", "there");
    expect(openFolder(deep)).toBe(deep);
    expect(statSync(deep).isDirectory()).toBe(true);
  });

  test("is named when it cannot be used", () => {
    const file = path.join(folder, "file");
    writeFileSync(file, "");
    expect(() => openFolder(path.join(file, "below"))).toThrow(
      /^DATA_DIR: .*below cannot be written to \(E\w+\)/,
    );
  });
});
