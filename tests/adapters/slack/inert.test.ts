import type { AnyBlock } from "@slack/types";
import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { expect, test } from "vitest";
import { drawBlocks, drawCard, type Message, writeCard } from "../../../src/adapters/slack/card.ts";
import { faultsOf } from "../../../src/adapters/slack/limits.ts";
import { cleanText } from "../../../src/adapters/visible.ts";
import type { Reply } from "../../../src/chat.ts";
import { say, stringsOf } from "../../chat.ts";
import { dangersIn } from "./dangers.ts";
import { cardOf, readable } from "./drawn.ts";
import { nasty } from "./nasty.ts";

/** A reply with these words in every place that holds any. */
function replyOf(words: string): Reply {
  return {
    band: "answer",
    language: "en",
    entry: "term:x",
    title: words,
    text: words,
    sections: [
      {
        heading: words,
        lines: [
          { lead: words, text: words },
          { mark: "open", text: words, refs: [1] },
        ],
      },
    ],
    table: {
      caption: words,
      columns: [words, words],
      rows: [[{ text: words }, { mark: "closed", text: words }]],
    },
    sources: [
      { title: words, publisher: words, url: "https://example.org/?a=b&c=d", date: words, note: words },
    ],
    asOf: words,
    next: [
      { label: words, command: "ask", text: words },
      { label: "Auf Deutsch", command: "ask", text: words, language: "de" },
    ],
    audience: "everyone",
  };
}

const drawnFrom = (reply: Reply): readonly (Message | { readonly blocks: AnyBlock[] })[] => {
  const card = cardOf(reply);
  return [drawCard(card), { blocks: drawBlocks(card, "view") }, writeCard(card)];
};

test("the check itself sees what is dangerous", () => {
  const bare = (type: string, text: string) => dangersIn({ blocks: [{ type, text } as AnyBlock] });
  expect(dangersIn({ text: "<!channel>" })).toEqual(["<", ">"]);
  expect(bare("plain_text", "<@U2>")).toEqual(["<", ">"]);
  expect(bare("plain_text", "a & b")).toEqual(["&"]);
  expect(bare("mrkdwn", "<https://x.example|*y*> _z_")).toEqual(["*", "*", "_", "_"]);
  expect(bare("mrkdwn", "<!here>")).toEqual(["<", ">"]);
  expect(bare("user", "U2")).toEqual(["a user"]);
  expect(bare("text", "\u202e")).toEqual(["\u202e"]);
});

test.each(nasty)("what was typed is only words, wherever it is shown back: %j", async (typed) => {
  for (const line of [
    `/openness ${typed}`,
    `/help ${typed}`,
    `/compare ${typed}, grok`,
    `/claims ${typed}`,
  ]) {
    const reply = await say(line);
    for (const payload of drawnFrom(reply)) expect(dangersIn(payload), line).toEqual([]);
    expect(faultsOf(drawCard(cardOf(reply)), "message"), line).toEqual([]);
  }
});

test.each(nasty)("in every other place as well, and nothing of it is lost: %j", (words) => {
  const reply = replyOf(words);
  for (const payload of drawnFrom(reply)) {
    expect(dangersIn(payload)).toEqual([]);
    const seen = readable(payload);
    // Labels may be shortened, and in plain text there are no buttons.
    expect(stringsOf({ ...reply, next: [] }).filter((text) => !seen.includes(cleanText(text)))).toEqual([]);
  }
});

test("whatever it is, it stays words", () => {
  const piece = oneof(
    constantFrom(...nasty, ..."< > & | * _ ~ ` : @ # ! ^".split(" "), " ", "\n"),
    string({ unit: "grapheme", maxLength: 20 }),
    string({ unit: "binary", maxLength: 20 }),
  );
  assert(
    property(array(piece, { maxLength: 8 }), (pieces) => {
      for (const payload of drawnFrom(replyOf(pieces.join("")))) expect(dangersIn(payload)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
