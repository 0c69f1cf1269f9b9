import { describe, expect, test } from "vitest";
import { cleanText } from "../../src/adapters/visible.ts";

describe("clean text", () => {
  test.each([
    ["a direction that turns", "abc\u202edef\u2066", "abcdef"],
    ["what cannot be seen", "g\u200br\u00ado\u2060k\ufeff", "grok"],
    ["control characters", "a\u0000b\u001b[31m", "a\ufffdb\ufffd[31m"],
    ["half a character", "a\ud800b", "a\ufffdb"],
    ["several line breaks", "a\r\n\n\t\u2028b", "a b"],
    ["line breaks with what cannot be seen between them", "a\n\u200b\nb", "a b"],
  ])("does not keep %s", (_, text, cleaned) => expect(cleanText(text)).toBe(cleaned));

  test("keeps umlauts, emoji made of several, and spaces that do not break", () => {
    const text = "Größe 👨‍👩‍👧 z.\u00a0B. 日本";
    expect(cleanText(text)).toBe(text);
  });
});
