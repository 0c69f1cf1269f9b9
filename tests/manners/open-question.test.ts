import { assert, property, string } from "fast-check";
import { expect, test } from "vitest";
import { openQuestion } from "../../src/manners/open-question.ts";

test.each([
  ["Wie groß ist der Eiffelturm?", "wie gross ist der eiffelturm"],
  ["ask <@U0123> or @grace about <#C1|general> please", "ask or about please"],
  ["see https://example.org/x?y=1 and www.example.org", "see and"],
  ["write to max.muster@example.org", "write to"],
  ["call +49 170 1234567 at 12:30", "call at"],
  ["is GPT-4 open", "is gpt 4 open"],
  ["my key is sk-12345678", "my key is"],
])("%j is kept as %j", (text, kept) => {
  expect(openQuestion(text)).toBe(kept);
});

test.each(["", "   ", "@here", "12345", "https://example.org"])("nothing is kept of %j", (text) => {
  expect(openQuestion(text)).toBeUndefined();
});

test("whatever is typed, at most 64 characters are kept, and nothing that looks like an address", () => {
  assert(
    property(string({ maxLength: 300, unit: "grapheme" }), (text) => {
      const kept = openQuestion(text) ?? "";
      expect(kept.length).toBeLessThanOrEqual(64);
      expect(kept).not.toMatch(/[@/<>]|\d{3,}/);
    }),
  );
});
