import { describe, expect, test } from "vitest";
import { drawSources } from "../../../../src/adapters/slack/draw/sources.ts";
import { many, page, plain } from "./parts.ts";

describe("sources", () => {
  test("are numbered links in small print, with all that is known of them", () => {
    expect(drawSources([page, { ...page, date: "May 2024", note: "not opened" }])).toEqual([
      {
        type: "context",
        elements: [
          {
            type: "mrkdwn",
            text: "<https://example.org/|[1] A page> · Somebody\n<https://example.org/|[2] A page> · Somebody, May 2024 · not opened",
            verbatim: true,
          },
        ],
      },
    ]);
  });

  test.each(["*bold*", "~gone~", "`code`", ":smile:", "_it_", "a _", "_b"])(
    "whose words would be markup are plain: %s",
    (title) => {
      expect(drawSources([{ ...page, title }])[0]?.elements).toEqual([
        plain(`[1] ${title} · Somebody · https://example.org/`),
      ]);
    },
  );

  test.each(["snake_case_name", "12:30 and 13:40", "a: b"])(
    "are links where nothing is markup: %s",
    (title) => {
      expect(drawSources([{ ...page, title }])[0]?.elements[0]).toMatchObject({ type: "mrkdwn" });
    },
  );

  test("are plain as well where markup would only begin at the end of a title", () => {
    expect(drawSources([{ ...page, title: "A page_" }])[0]?.elements[0]).toMatchObject({
      type: "plain_text",
    });
  });

  test("of which some are plain keep their order", () => {
    const kinds = drawSources([page, { ...page, title: "*" }, page, page])[0]?.elements.map(
      ({ type }) => type,
    );
    expect(kinds).toEqual(["mrkdwn", "plain_text", "mrkdwn"]);
  });

  test("keep signs out of the address that would end it", () => {
    expect(drawSources([{ ...page, url: "https://example.org/a|b<c> d?e&f" }])[0]?.elements[0]).toMatchObject(
      {
        text: "<https://example.org/a%7Cb%3Cc%3E%20d?e&amp;f|[1] A page> · Somebody",
      },
    );
  });

  test("fill a text up to 3,000 characters, and a block up to ten texts", () => {
    const [first] = drawSources([page])[0]?.elements ?? [];
    const own = first?.type === "mrkdwn" ? first.text.length : 0;
    const rest = (length: number) => ({ ...page, title: `A page${"x".repeat(length)}` });
    const gap = 3_000 - 2 * own - 1;
    expect(drawSources([page, rest(gap)])[0]?.elements).toHaveLength(1);
    expect(drawSources([page, rest(gap + 1)])[0]?.elements).toHaveLength(2);
    const starred = { ...page, title: "*" };
    expect(drawSources(many(10, () => starred))).toHaveLength(1);
    expect(drawSources(many(11, () => starred)).map(({ elements }) => elements.length)).toEqual([10, 1]);
  });
});
