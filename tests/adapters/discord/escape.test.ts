import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { drawCard } from "../../../src/adapters/discord/card.ts";
import { drawLink, escapeLine } from "../../../src/adapters/discord/escape.ts";
import { faultsOf } from "../../../src/adapters/discord/limits.ts";
import { cleanText } from "../../../src/adapters/visible.ts";
import type { Reply } from "../../../src/chat.ts";
import { block, livePieces } from "./live.ts";
import { unescape } from "./read.ts";

/** What would be acted on, and what reads differently: nothing, hopefully. */
function faultsOfEscaping(text: string): readonly string[] {
  const escaped = escapeLine(text);
  const shown = unescape(escaped);
  return [
    ...livePieces(escaped),
    ...(block.exec(escaped) ?? []),
    ...(shown === cleanText(text) ? [] : [`reads as ${shown}`]),
  ];
}

const nasty = [
  "@everyone",
  "@here and @EVERYONE",
  "<@1> <@!1> <@&1> <#1>",
  "</openness:1>",
  "<t:0:R>",
  "<:emoji:1> <a:emoji:1>",
  "<id:customize>",
  "<!channel> <!subteam^S1>",
  "<https://x.example|click>",
  "[x](https://x.example)",
  "[x](<https://x.example>)",
  "[[x]](y) ](z)",
  "https://x.example/@everyone",
  "HTTP://x.example",
  "```js\ncode```",
  "`a` ``b``",
  "||spoiler||",
  "~~gone~~ ~ ~",
  "**bold** *it* __u__ _i_ ***x***",
  "snake_case_name_ and a_b_ c",
  "\\*not escaped\\*",
  "\\\\<@1>",
  "ends with a backslash \\",
  "# heading",
  "   ### heading",
  "-# small",
  "- list",
  "1. list",
  "2) list",
  "> quote",
  ">>> quote",
  "line\n# heading\r\n> quote\u2028- list",
  ":smile: :+1: 12:30:45",
  "¯\\_(ツ)_/¯",
];

describe("what a person typed", () => {
  test.each(nasty)("is shown letter by letter, and does nothing: %s", (text) => {
    expect(faultsOfEscaping(text)).toEqual([]);
  });

  test("does nothing, whatever pieces it is made of", () => {
    const pieces = array(oneof(constantFrom(...nasty, ..."\\*_~|`[]()<>@#:/-+!&.1 \n".split("")), string()), {
      maxLength: 8,
    });
    assert(
      property(pieces, (parts) => {
        expect(faultsOfEscaping(parts.join(""))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  test("stays inert between the other pieces of a card", () => {
    assert(
      property(oneof(constantFrom(...nasty), string({ maxLength: 60 })), (typed) => {
        const message = drawCard({ reply: replyOf(typed), controls: [], footer: { text: typed } });
        const texts = message.components.flatMap((one) => (one.type === 17 ? one.components : []));
        const lines = texts.flatMap((one) => (one.type === 10 ? one.content.split("\n") : []));
        const live = lines.flatMap(livePieces);
        // The card's own: bold leads, and nothing else.
        expect(live.filter((piece) => piece !== "*")).toEqual([]);
        const own = /^(?:#{2,3}|-#) /;
        expect(lines.filter((line) => block.test(line) && !own.test(line))).toEqual([]);
        expect(faultsOf(message)).toEqual([]);
      }),
    );
  });
});

function replyOf(typed: string): Reply {
  const line = { lead: typed, text: typed };
  const cells = [{ text: typed }, { text: typed, mark: "open" as const }];
  return {
    band: "suggest",
    language: "en",
    title: typed,
    text: typed,
    sections: [{ heading: typed, lines: [line, { ...line, mark: "closed", refs: [1] }, { text: typed }] }],
    table: { caption: typed, columns: [typed, typed], rows: [cells, cells] },
    asOf: typed,
    audience: "person",
  };
}

describe("a link", () => {
  test.each([
    [
      "https://en.wikipedia.org/wiki/Fork_(software_development)",
      "https://en.wikipedia.org/wiki/Fork_(software_development)",
    ],
    ["https://x.example/a)b", "https://x.example/a%29b"],
    ["https://x.example/((a))", "https://x.example/%28%28a%29%29"],
    ["https://x.example/a b>c|d", "https://x.example/a%20b%3Ec%7Cd"],
    ["https://x.example/?a=(b)&c=d_e*f#g", "https://x.example/?a=(b)&c=d_e*f#g"],
  ])("leads where it should: %s", (url, target) => {
    expect(drawLink("A [title]", url)).toBe(`[A \\[title\\]](${target})`);
  });
});
