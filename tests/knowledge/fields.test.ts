import { describe, expect, test } from "vitest";
import { date, link, text } from "../../src/knowledge/fields.ts";

describe("a date", () => {
  test.each(["2025", "2025-03", "2025-03-17", "2024-02-29", "1999-12-31"])("is %s", (written) => {
    expect(date.safeParse(written).success).toBe(true);
  });

  test.each([
    "2023-02-29",
    "2025-04-31",
    "2025-13",
    "2025-00",
    "2025-3",
    "2025-03-1",
    "2025-",
    "2025-03-170",
    "20250",
    "c. 2025",
    "3025",
    "205",
    "17.03.2025",
    "2025-03-17T00:00",
    "20xx",
    "2025-xx",
    "2025-03-xx",
    "",
  ])("is not %j", (written) => {
    expect(date.safeParse(written).error?.issues.map(({ message }) => message)).toEqual([
      expect.stringContaining("is no date that exists; write "),
    ]);
  });
});

describe("an address", () => {
  test.each(["https://a.example/", "https://a.example/b?c=d#e", "https://bäume.example:8443/ä"])(
    "is %s",
    (written) => {
      expect(link.safeParse(written).success).toBe(true);
    },
  );

  test.each([
    "a.example",
    "http://a.example/",
    "ftp://a.example/",
    "https://",
    "https://me@a.example/",
    "https://me:secret@a.example/",
    "https://:secret@a.example/",
    "https://a.example/\u200Bb",
    "https://a.example/\n",
  ])("is not %j", (written) => {
    expect(link.safeParse(written).error?.issues.map(({ message }) => message)).toEqual([
      expect.stringContaining("is no complete https:// address; "),
    ]);
  });
});

describe("a text that looks like another one is refused:", () => {
  test.each([
    [" in front", "begins or ends with a space or line break"],
    ["behind ", "begins or ends with a space or line break"],
    ["behind\n", "begins or ends with a space or line break"],
    ["two\nlines", "contains a line break"],
    ["two\u2028lines", "contains control, zero-width or bidirectional characters"],
    ["a\tb", "contains control, zero-width or bidirectional characters"],
    ["a\u200Bb", "contains control, zero-width or bidirectional characters"],
    ["a\u202Eb", "contains control, zero-width or bidirectional characters"],
    ["fu\u0308r", "has accents apart from their letters"],
  ])("%j %s", (written, flaw) => {
    expect(
      text(20)
        .safeParse(written)
        .error?.issues.map(({ message }) => message),
    ).toEqual([expect.stringContaining(`${flaw}; `)]);
  });

  test("others are not", () => {
    for (const written of ["a", "für 日本", "✓ [a](b): *c*", "x".repeat(20)])
      expect(text(20).safeParse(written).success, written).toBe(true);
  });
});
