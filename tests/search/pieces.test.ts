import { describe, expect, test } from "vitest";
import type { EntryKey } from "../../src/chat.ts";
import type { Finding, Scope } from "../../src/search/finding.ts";
import { findPreferring } from "../../src/search/prefer.ts";
import { sentencesOf } from "../../src/search/sentences.ts";
import { slipsToBegin } from "../../src/search/slips.ts";

describe("a message in sentences", () => {
  test.each([
    ["One. Two! Three? Four… five", ["One.", "Two!", "Three?", "Four…", "five"]],
    ["(One.) Two", ["(One.", "Two"]],
    ["One\nTwo\r\nThree", ["One", "Two", "Three"]],
    ["One; two: three", ["One", "two", "three"]],
    ["One - two – three — four", ["One", "two", "three", "four"]],
    ["grok-2.5 and a:b;c", ["grok-2.5 and a:b;c"]],
    ["One. ?! … Two", ["One.", "Two"]],
    ["", []],
  ])("%j is %j", (message, sentences) => {
    expect(sentencesOf(message, true)).toEqual(sentences);
  });

  test.each([
    ["a ```code``` b", ["a", "b"]],
    ["a ```never closed", ["a"]],
    ["see <https://x.example|the page> now", "see the page now"],
    ["see <http://x.example|the page> now", "see the page now"],
    ["see [the page](https://x.example) now", "see the page now"],
    ["hi <@U1> <#C1> <!here> <&1> <:smile:> there", "hi there"],
    ["go to https://x.example/a?b now", "go to now"],
    ["go to http://x.example now", "go to now"],
    ["one<@U1>two", "one two"],
    ["ask @ada.b-c now", "ask now"],
    ["mail a@b.example", "mail a@b.example"],
  ])("has no markup: %j", (message, shown) => {
    const [whole] = [sentencesOf(message, true).map((one) => one.replaceAll(/\s+/g, " "))];
    expect(whole).toEqual([shown].flat());
  });

  test("is read as one where sentences are not told apart", () => {
    expect(sentencesOf("One. Two", false)).toEqual(["One. Two"]);
  });

  test("is read up to its twelfth sentence and its 2,000th character", () => {
    expect(sentencesOf("Yes. ".repeat(13), true)).toHaveLength(12);
    expect(sentencesOf("x".repeat(2_001), true)).toEqual(["x".repeat(2_000)]);
  });
});

describe("slips", () => {
  test.each([
    ["copyleft", 0],
    ["copy", 0],
    ["copi", 1],
    ["cpyleft", 1],
    ["coppyleft", 1],
    ["copylfet", 1],
    ["copilfet", 2],
    ["cop1ef", undefined],
    ["opyleft", undefined],
    ["cipilfat", undefined],
    ["xopyleft", undefined],
    ["coyplfet", 2],
    ["coxpleft", 2],
    ["coyxleft", 2],
  ])("make %j the beginning of “copyleft”: %s", (typed, slips) => {
    expect(slipsToBegin(typed, ["copyleft"])).toBe(slips);
  });

  test("are counted to the nearest text, and to none when there is none", () => {
    expect(slipsToBegin("licence", ["license", "licence", "lie"])).toBe(0);
    expect(slipsToBegin("licence", [])).toBeUndefined();
    expect(slipsToBegin("copy", ["ccopy"])).toBe(1);
  });

  test("may be two from eight letters on", () => {
    expect(slipsToBegin("weigthz", ["weights"])).toBeUndefined();
    expect(slipsToBegin("weigthsz", ["weightsy"])).toBe(2);
  });
});

describe("among some kinds first", () => {
  const finding = (band: Finding["band"], key: EntryKey, score: number): Finding => ({
    band,
    found: [{ key, score, why: { phrase: "", corrected: [], unknown: [] } }],
    together: false,
    limits: { answer: 0.5, lead: 0.9 },
  });
  const chosen = (preferred: Finding, any: Finding) => {
    const scopes: (Scope | undefined)[] = [];
    const found = findPreferring(
      (_, scope) => {
        scopes.push(scope);
        return scope === undefined ? any : preferred;
      },
      "text",
      ["term"],
    );
    expect(scopes[0]).toEqual({ kinds: ["term"], named: true });
    return found === preferred ? "preferred" : "any";
  };

  test.each([
    ["answer", 1.1, "answer", 1.2, "preferred"],
    ["answer", 1, "answer", 0.8, "any"],
    ["suggest", 1.1, "answer", 1.2, "any"],
    ["suggest", 0.4, "answer", 0.6, "any"],
    ["suggest", 0.4, "suggest", 1.2, "preferred"],
    ["answer", 0.8, "suggest", 0.4, "preferred"],
    ["none", 0.1, "suggest", 0.4, "any"],
  ] as const)("%s at %d, else %s at %d: the %s", (band, score, otherBand, otherScore, expected) => {
    expect(chosen(finding(band, "term:fork", score), finding(otherBand, "model:grok-1", otherScore))).toBe(
      expected,
    );
  });
});
