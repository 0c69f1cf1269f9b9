import { expect, test } from "vitest";
import { createCompose } from "../../../src/adapters/slack/compose.ts";
import type { Reply } from "../../../src/chat.ts";
import type { Card } from "../../../src/manners/card.ts";
import { say } from "../../chat.ts";

/** A card on which the drawing fails, as over a reply that nobody has thought of. */
function undrawable(reply: Reply): Card {
  return {
    reply,
    get controls(): never {
      throw new Error("cannot be drawn");
    },
  };
}

test("a card that cannot be drawn is sent as text, and that is logged", async () => {
  const faults: string[] = [];
  const log = { info() {}, warn() {}, error: (_: object, message: string) => faults.push(message) };
  const compose = createCompose(log, undefined);
  const card = undrawable(await say("/define open weights"));
  const message = compose.message(card);
  expect(message.blocks).toBeUndefined();
  expect(message.text).toContain("Open weights");
  const view = compose.view(card);
  expect(JSON.stringify(view)).toContain("Open weights");
  expect(view.every(({ type }) => type === "section")).toBe(true);
  expect(faults).toEqual(Array(2).fill("drawing a card failed, it is sent as text"));
});
