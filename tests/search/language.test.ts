import { expect, test } from "vitest";
import { bot } from "../chat.ts";

test.each([
  "Modellgewichte",
  "offene Gewichte",
  "Lizenz",
  "Lizenz grok",
  "grok offen?",
  "Trainingsdaten",
  "Daten",
  "hilfe",
  "quellen grok-1",
  "zeitleiste musk",
  "vergleich grok, llama",
  "hallo",
])("%j is German by a name or a word of the subject", (text) => {
  expect(bot.languageOf(text)).toBe("de");
});

test.each(["model weights", "model-weights", "license", "license grok", "training data", "hello"])(
  "%j is English by a name or a word of the subject",
  (text) => {
    expect(bot.languageOf(text)).toBe("en");
  },
);

test.each([
  "",
  "?!",
  "grok",
  "grok-1, olmo 2",
  "llama 3.1",
  "apache-2.0",
  "Open Source",
  "openwashing",
  "musk",
  "sources grok-1",
  "help",
])("%j is said in both languages", (text) => {
  expect(bot.languageOf(text)).toBeUndefined();
});

test.each([
  ["Is Modellgewichte a word?", "en"],
  ["Was sind model weights?", "de"],
  ["Are weights under the MIT-Lizenz open?", "en"],
  ["Was heißt open source license?", "de"],
] as const)("everyday words go before names: %j is %s", (text, language) => {
  expect(bot.languageOf(text)).toBe(language);
});

test.each(["open weights", "mit-licence", "gpl", "weights"])("%j is not taken for German", (text) => {
  expect(bot.languageOf(text)).not.toBe("de");
});
