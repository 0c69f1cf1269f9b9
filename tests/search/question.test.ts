import { describe, expect, test } from "vitest";
import { createLexicon } from "../../src/search/lexicon.ts";
import { asksAround } from "../../src/search/question.ts";
import { settings } from "../../src/search/settings.ts";
import { knowledge } from "./few.ts";

const lexicon = createLexicon(knowledge, settings);

describe("whoever may know is asked", () => {
  test.each([
    ["by a question mark", "grok is open source?"],
    ["without one", "is grok open source"],
    ["behind a greeting", "hey, so what is copyleft"],
    ["by name of all", "can anyone tell me whether you need the weights"],
    ["within the first eight words", "so um is that thing with weights anyone's idea or yours"],
    ["in German", "weiß jemand ob du die gewichte hast"],
  ])("%s: %s", (_, sentence) => {
    expect(asksAround(sentence, lexicon)).toBe(true);
  });
});

describe("whoever may know is not asked", () => {
  test.each([
    ["by a statement", "grok is open source"],
    ["by a statement with a question in it", "copyleft is what they want"],
    ["by stop words alone", "ok thanks"],
    ["by nothing", ""],
    ["where one person is", "did you upload the weights?"],
    ["where one person is, in German", "hast du die gewichte hochgeladen?"],
    ["where all are only named later", "did you upload the weights of that model for anyone?"],
  ])("%s: %s", (_, sentence) => {
    expect(asksAround(sentence, lexicon)).toBe(false);
  });
});
