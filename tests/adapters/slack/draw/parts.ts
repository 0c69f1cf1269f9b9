import { drawBlocks } from "../../../../src/adapters/slack/card.ts";
import type { Reply, Source } from "../../../../src/chat.ts";
import type { Control } from "../../../../src/manners/controls.ts";

export const reply: Reply = {
  band: "answer",
  language: "en",
  title: "Title",
  text: "Text",
  audience: "person",
};
export const page: Source = { title: "A page", publisher: "Somebody", url: "https://example.org/" };
export const control = (kind: Control["kind"]): Control => ({
  kind,
  label: `Do ${kind}`,
  code: `code-${kind}`,
});

/** The blocks of a message that says this besides. */
export const blocksOf = (more: Partial<Reply>, controls: readonly Control[] = []) =>
  drawBlocks({ reply: { ...reply, ...more }, controls }, "message");

/** What Slack shows as it is. */
export const plain = (text: string) => ({ type: "plain_text", text, emoji: false });

export const many = <T>(count: number, one: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => one(i));
