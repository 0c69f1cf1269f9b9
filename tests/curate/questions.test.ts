import { cpSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { readKeys } from "../../src/store/keys.ts";
import { hasPseudoTerminals, openPseudoTerminal } from "../adapters/terminal/pseudo-terminal.ts";
import { openWorkshop, type Workshop } from "../knowledge/workshop.ts";
import { createDatabase, postgres } from "../store/engines.ts";

const keys = `test:${Buffer.alloc(32, 7).toString("base64")}`;
const prompt = /x end\n$/;

/** The program over a database of its own, in a copy of the project. */
describe.runIf(postgres.isThere && hasPseudoTerminals)("npm run questions, at a terminal", () => {
  let workshop: Workshop;
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let store: Store;
  let env: Record<string, string>;

  beforeEach(async () => {
    workshop = openWorkshop();
    cpSync("dist/commands", path.join(workshop.folder, "dist/commands"), { recursive: true });
    cpSync("tests/questions", path.join(workshop.folder, "tests/questions"), { recursive: true });
    database = await createDatabase();
    env = { DATABASE_URL: database.url, STORE_KEYS: keys, NO_COLOR: "1" };
    store = await openStore({ databaseUrl: database.url, folder: "", keys: readKeys(keys) }, () => {});
    const server = { adapter: "chat", id: "1" };
    for (let times = 0; times < 3; times += 1) await store.collect(server, "der offene grok von elon", "de");
    await store.collect(server, "how tall is the eiffel tower", "en");
  });
  afterEach(async () => {
    await store.close();
    await database.drop();
  });

  const open = () => openPseudoTerminal(path.join(workshop.folder, "dist/src/questions.js"), env, prompt);
  const read = (file: string) => readFileSync(path.join(workshop.folder, file), "utf8");

  test("one key makes a question an alias of the entry that was chosen", async () => {
    const terminal = await open();
    expect(terminal.drawn()).toContain("3x der offene grok von elon");
    const next = await terminal.type("2a");
    const [, key = "", line = ""] = /alias of (\S+): knowledge\/(\S+):\d+/.exec(next) ?? [];
    expect(key).toMatch(/^(family|model|claim|term):/);
    expect(read(`knowledge/${line}`)).toContain("der offene grok von elon");
    expect(next).toContain("1x how tall is the eiffel tower");
    expect((await terminal.leave("x"))[1]).toBe(0);
    expect((await store.questions()).map(({ text }) => text)).toEqual(["how tall is the eiffel tower"]);
  });

  test("another makes it a labelled question, others drop it or leave it for later", async () => {
    const terminal = await open();
    const next = await terminal.type("q");
    expect(next).toMatch(/open-\d{4}-\d{2}-\d{2}-01: expected is \w+:/);
    expect(read("tests/questions/questions.tsv")).toContain("\tder offene grok von elon\t");
    const [drawn, code] = await terminal.leave("zd");
    expect(drawn).toContain("dropped");
    expect(code).toBe(0);
    expect(await store.questions()).toEqual([]);
  });
});
