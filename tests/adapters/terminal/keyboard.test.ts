import { stripVTControlCharacters } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import { phrases } from "../../../src/phrases.ts";
import { compileProgram } from "./program.ts";
import { hasPseudoTerminals, openPseudoTerminal, type PseudoTerminal } from "./pseudo-terminal.ts";

const program = compileProgram();
const words = phrases.en.terminal;
const opened: PseudoTerminal[] = [];

async function open(env?: Record<string, string>): Promise<PseudoTerminal> {
  const terminal = await openPseudoTerminal(program, env);
  opened.push(terminal);
  return terminal;
}

describe.skipIf(!hasPseudoTerminals).concurrent("at a keyboard (needs python3 for a pseudo-terminal)", () => {
  afterAll(() => opened.forEach((terminal) => terminal.close()));

  test("a greeting shows three things to try, and a number tries one", async () => {
    const terminal = await open();
    expect(terminal.drawn()).toContain(words.title);
    for (const line of words.tries) expect(terminal.drawn()).toContain(line);
    expect(await terminal.type("2\r")).toContain("define(model-weights) in en");
  });

  test("an answer stands between blank lines, and the next prompt below", async () => {
    const terminal = await open();
    expect(await terminal.type("/openness grok\r")).toBe(
      [
        "/openness grok",
        "",
        "openness(grok) in en",
        "",
        "An answer.",
        "",
        "1) Compare   2) Other language",
        "",
        "› ",
      ].join("\n"),
    );
  });

  test("a number picks a button of the answer above", async () => {
    const terminal = await open();
    await terminal.type("/openness grok\r");
    expect(await terminal.type("2\r")).toContain("openness(grok) in de");
  });

  test("Tab completes a command, then its argument", async () => {
    const terminal = await open();
    expect(await terminal.type("/op\t", /ness $/)).toBe("/openness ");
    expect(await terminal.type("ol\t", /2$/)).toBe("olmo-2");
    expect(await terminal.type("\r")).toContain("openness(olmo-2) in en");
  });

  test("Tab puts an id in place of another name", async () => {
    const terminal = await open();
    expect(await terminal.type("/define Modellgew\t", /weights$/)).toMatch(/› \/define model-weights$/);
    expect(await terminal.type("\r")).toContain("define(model-weights) in en");
  });

  test("Tab twice lists what there is", async () => {
    const terminal = await open();
    await terminal.type("/openness g\t", /grok-$/);
    expect(await terminal.type("\t\t", /\n› .*$/)).toMatch(/grok-1\s+grok-2/);
  });

  test("the arrow up brings back the last line", async () => {
    const terminal = await open();
    await terminal.type("/define weights\r");
    expect(await terminal.type("\u001b[A\r")).toContain("define(weights) in en");
  });

  test("lines pasted together are answered in order, each below its own prompt", async () => {
    const terminal = await open();
    const shown = await terminal.type("/first\r/second\r/third\r");
    expect(shown.match(/› \/\w+|\w+\(\)/g)).toEqual([
      "first()",
      "› /second",
      "second()",
      "› /third",
      "third()",
    ]);
  });

  test("what is typed while an answer is written stays in the line", async () => {
    const terminal = await open();
    expect(await terminal.type("/first\r/sec", /\n› \/sec$/)).toContain("first()");
    expect(await terminal.type("ond\r")).toContain("second()");
  });

  test("/lang changes the language of what follows", async () => {
    const terminal = await open();
    expect(await terminal.type("/lang de\r")).toContain(phrases.de.terminal.language);
    expect(await terminal.type("/openness grok\r")).toContain("openness(grok) in de");
  });

  test("lines keep to the width of the terminal", async () => {
    const terminal = await open({ NO_COLOR: "1" });
    const lines = stripVTControlCharacters(terminal.drawn()).split(/\r?\n/);
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(60);
  });

  test("Ctrl-C empties the line, and leaves when it is empty", async () => {
    const terminal = await open();
    await terminal.type("forgotten\u0003", /forgotten› $/);
    expect(await terminal.type("/help\r")).toContain("help()");
    expect(await terminal.leave("\u0003")).toEqual(["\n", 0]);
  });

  test("Ctrl-D says goodbye and leaves", async () => {
    const terminal = await open();
    expect(await terminal.leave("\u0004")).toEqual([`\n${words.farewell}\n`, 0]);
  });

  test("/quit says goodbye in the chosen language and leaves", async () => {
    const terminal = await open();
    await terminal.type("/lang de\r");
    expect(await terminal.leave("/quit\r")).toEqual([`/quit\n\n${phrases.de.terminal.farewell}\n`, 0]);
  });

  test("Ctrl-D behind pasted lines waits for their answers", async () => {
    const terminal = await open();
    const [shown, exitCode] = await terminal.leave("/first\r/second\r\u0004");
    expect(shown).toMatch(/first\(\).*second\(\).*Goodbye/s);
    expect(exitCode).toBe(0);
  });

  test("there are colours, unless NO_COLOR is set", async () => {
    const bold = "\u001b[1m";
    const [coloured, plain] = await Promise.all([open(), open({ NO_COLOR: "1" })]);
    expect(coloured.drawn()).toContain(`${bold}› `);
    expect(plain.drawn()).not.toContain(bold);
    expect(stripVTControlCharacters(plain.drawn())).toBe(stripVTControlCharacters(coloured.drawn()));
  });
});
