import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, squeeze } from "../../src/knowledge/fold.ts";

describe("fold", () => {
  it.each([
    ["Größe", "grosse"],
    ["groesse", "grosse"],
    ["GROẞE", "grosse"],
    ["Öffnung, Oeffnung", "offnung offnung"],
    ["MoE und Menue", "mo und menu"],
    ["eine neue Quelle", "eine neue quelle"],
    ["Museen und Queen", "museen und queen"],
    ["97,4 Prozent", "97.4 prozent"],
    ["Grok-2.5?", "grok 2.5"],
    ["8.192, oder 3.", "8.192 oder 3"],
    ["Modell\u00ADgewichte", "modellgewichte"],
    ["  Zoë’s  Ｇrok ", "zo s grok"],
    ["日本 2.5, 3. und .5 a.b", "日本 2.5 3 und 5 a b"],
    ["?!", ""],
  ])("reads %j as %j", (typed, folded) => {
    expect(fold(typed)).toBe(folded);
  });

  it("changes nothing that is folded already", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe("squeeze", () => {
  it.each([
    ["Modell-Gewichte", "modellgewichte"],
    ["GPT-4.5", "gpt45"],
    ["Open-Weights-Modelle", "openweightsmodelle"],
    ["日本 -- 2,5!", "日本25"],
  ])("reads %j as %j", (typed, squeezed) => {
    expect(squeeze(typed)).toBe(squeezed);
  });

  it("does not depend on spaces and hyphens", () => {
    const word = fc.stringMatching(/^[a-zäöüß0-9]{1,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        expect(squeeze(words.join("-"))).toBe(squeeze(words.join("")));
      }),
    );
  });
});
