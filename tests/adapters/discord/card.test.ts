import { ActionRowBuilder, ContainerBuilder, type MessageActionRowComponentBuilder } from "discord.js";
import { describe, expect, test } from "vitest";
import { drawCard, drawPlain } from "../../../src/adapters/discord/card.ts";
import type { CardMessage } from "../../../src/adapters/discord/components.ts";
import { faultsOf } from "../../../src/adapters/discord/limits.ts";
import { type Ask, type Language, languages, type Reply } from "../../../src/chat.ts";
import { controlsOf } from "../../../src/manners/controls.ts";
import type { Card } from "../../../src/manners/card.ts";
import { phrases } from "../../../src/phrases.ts";
import { bot, knowledge, say, stringsOf } from "../../chat.ts";
import { wordsOf } from "./read.ts";

type Mutable<T> = T extends object ? { -readonly [Key in keyof T]: Mutable<T[Key]> } : T;
const mutable = <T>(value: T): Mutable<T> => JSON.parse(JSON.stringify(value));

const person = "100000000000000001";
const footer = { text: phrases.de.card.overheard, person };

/** With all that can stand on it besides the reply: shared, and answered unasked. */
function cardOf(reply: Reply): Card {
  return { reply, controls: controlsOf(reply, person, true), footer };
}

/** Every card that can be reached: all entries, the commands by themselves, and whatever their buttons lead to. */
async function everyReply(language: Language): Promise<readonly Reply[]> {
  const ids = [...knowledge.entries.values()].map(({ id }) => id);
  const models = [...knowledge.models.values()].toSorted((a, b) => b.name.length - a.name.length);
  const waiting: Ask[] = [
    ...["openness", "define", "claims", "sources", "explain", "ask", "timeline"].flatMap((command) =>
      ["", "grokk", "how do I bake bread", ...ids].map((text) => ({ command, text })),
    ),
    { command: "help", text: "" },
    { command: "no-such-command", text: "" },
    {
      command: "compare",
      text: models
        .slice(0, 5)
        .map(({ id }) => id)
        .join(", "),
    },
    { command: "explain", text: ids.join(" ") },
  ];
  const seen = new Set<string>();
  const replies: Reply[] = [];
  for (const { command, text } of waiting) {
    if (seen.has(`${command} ${text}`)) continue;
    seen.add(`${command} ${text}`);
    const reply = await say(`/${command} ${text}`, language);
    replies.push(reply);
    waiting.push(...(reply.next ?? []));
  }
  return replies;
}

/** The builders throw at what they do not accept. */
function expectAccepted({ components }: CardMessage): void {
  for (const component of components) {
    if (component.type === 17) new ContainerBuilder(mutable(component)).toJSON();
    else ActionRowBuilder.from<MessageActionRowComponentBuilder>(mutable(component)).toJSON();
  }
}

/** What is wrong with a card: beyond a limit, or a string that is not on it. */
function faultsOfCard(card: Card): readonly string[] {
  const message = drawCard(card);
  const words = wordsOf(message);
  const wanted = [...stringsOf(card.reply), footer.text, `<@${person}>`];
  const lost = wanted.filter((text) => !words.includes(text));
  return [...faultsOf(message), ...lost].map((fault) => `${card.reply.title}: ${fault}`);
}

describe.each(languages)("every card in %s", (language) => {
  test("is whole, stays inside Discord's limits, and is accepted by its builders", async () => {
    const replies = await everyReply(language);
    expect(replies.length).toBeGreaterThan(500);
    const shared = replies.map((reply): Reply => ({ ...reply, audience: "everyone" }));
    expect([...replies, ...shared].flatMap((reply) => faultsOfCard(cardOf(reply)))).toEqual([]);
    for (const reply of replies) {
      expectAccepted(drawCard(cardOf(reply)));
      expectAccepted(drawPlain(reply));
    }
  }, 30_000);
});

const plain: Reply = { band: "answer", language: "en", title: "Title", text: "Text", audience: "everyone" };

describe("a card", () => {
  test("is seen by one person or by all, and pings nobody", () => {
    const shown = drawCard({ reply: plain, controls: [] });
    expect(shown).toMatchObject({ flags: 1 << 15, allowed_mentions: { parse: [], replied_user: false } });
    expect(drawCard({ reply: { ...plain, audience: "person" }, controls: [] }).flags).toBe(
      (1 << 15) | (1 << 6),
    );
    expect(shown).not.toHaveProperty("content");
  });

  test("offers up to four of a list as buttons, and more as menus of at most 25", () => {
    const withPicks = (count: number) =>
      drawCard({
        reply: {
          ...plain,
          next: Array.from({ length: count }, (_, index) => ({
            label: `Pick ${index}`,
            command: "define",
            text: `term-${index}`,
            pick: true,
          })),
        },
        controls: [],
      }).components.flatMap((row) => (row.type === 1 ? [row.components] : []));
    expect(withPicks(4)).toMatchObject([[{ type: 2 }, { type: 2 }, { type: 2 }, { type: 2 }]]);
    expect(withPicks(5)).toMatchObject([[{ type: 3, options: { length: 5 } }]]);
    expect(withPicks(30)).toMatchObject([[{ options: { length: 25 } }], [{ options: { length: 5 } }]]);
    expect(withPicks(5)[0]?.[0]).toMatchObject({
      placeholder: "Continue with …",
      options: [{ label: "Pick 0", value: "1:ask:en:define:term-0" }, {}, {}, {}, {}],
    });
  });

  test("offers the same question once", () => {
    const same = { label: "Again", command: "help", text: "" };
    const message = drawCard({ reply: { ...plain, next: [same, same] }, controls: [] });
    expect(message.components[1]).toMatchObject({ components: { length: 1 } });
  });

  test("with very many sections still stays inside the limits", () => {
    const sections = Array.from({ length: 50 }, (_, index) => ({
      heading: `H${index}`,
      lines: [{ text: "x" }],
    }));
    const message = drawCard({ reply: { ...plain, sections }, controls: [] });
    expect(faultsOf(message)).toEqual([]);
    expect(wordsOf(message)).toContain("H49");
  });

  test("keeps its buttons apart from those of the other language", async () => {
    const message = drawCard(
      cardOf(
        await bot.answer({
          command: "define",
          text: "model-weights",
          language: "en",
          place: { adapter: "discord", shared: true },
          person,
        }),
      ),
    );
    expect(JSON.stringify(message)).toContain('"1:ask:de!:define:model-weights"');
  });
});
