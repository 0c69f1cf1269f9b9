import { describe, expect, test } from "vitest";
import { stem, wordsOf } from "../../src/search/words.ts";

describe("a text in words", () => {
  test.each([
    ["Grok 3", ["grok", "3"]],
    ["grok3", ["grok", "3"]],
    ["7b", ["7", "b"]],
    ["Qwen2.5-72B", ["qwen", "2.5", "72", "b"]],
    ["qwen 2,5.", ["qwen", "2.5"]],
    ["version 1.2.34", ["version", "1.2.34"]],
    ["open-source, isn't it?", ["open", "source", "isn", "t", "it"]],
    ["Größe der Gewichte", ["grosse", "der", "gewichte"]],
    ["модель2.5 весов", ["модель", "2.5", "весов"]],
    ["модель", ["модель"]],
    ["τρία 1.2.34 βάρη12", ["τρια", "1.2.34", "βαρη", "12"]],
    ["वजन ४२", ["वजन", "४२"]],
    ["?! …", []],
    ["", []],
  ])("%j: %j", (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe("words of one stem:", () => {
  test.each([
    ["licence", "licences", "licenced", "licencing"],
    ["Gewicht", "Gewichte", "Gewichten", "Gewichtes"],
    ["offen", "offene", "offenen", "offenem", "offener", "offenes"],
    ["company", "companies"],
    ["publish", "published", "publishes", "publishing", "publishest"],
    ["party", "parties"],
    ["weight", "weights", "weighty"],
    ["plan", "planned", "planning"],
    ["stop", "stopped"],
    ["Firma", "Firmas"],
    ["Kind", "Kinder", "Kindern", "kindisch", "kindlich"],
    ["brauch", "brauchst", "braucht", "brauchte", "brauchten", "brauchbar"],
    ["Leistung", "Leistungen"],
  ])("%s", (...words) => {
    expect(new Set(words.map((word) => stem(word.toLowerCase())))).toHaveLength(1);
  });

  test.each([
    ["four letters stay", "news", "news"],
    ["of four, too", "dates", "date"],
    ["a longer ending goes before a shorter one", "studies", "stud"],
    ["two inflections go", "meinungen", "mein"],
    ["but no third", "weitestesten", "weitest"],
    ["a doubled letter at the end is one", "glass", "glas"],
    ["but not one within", "accord", "accord"],
    ["a doubled digit is none", "gpt100", "gpt100"],
    ["nothing is left of nothing", "", ""],
  ])("%s: %s is %s", (_, word, expected) => {
    expect(stem(word)).toBe(expected);
    expect(stem(word)).toBe(expected);
  });
});
