import { expect, test } from "vitest";
import { drawMessage } from "../../../src/adapters/web/slack/message.ts";

const drawn = (payload: object) =>
  drawMessage(payload, "U0YOU")
    .map(({ markup }) => markup)
    .join("");

test("a message without blocks is its text, a paragraph a line, and nothing of it is read as HTML", () => {
  const text = drawn({ text: "one\n<b>two</b>", blocks: [] });
  expect(text.match(/<p>/g)).toHaveLength(2);
  expect(text).toContain("&lt;b&gt;two");
});

test("a picture is fetched from the page's own server, wherever Slack would fetch it", () => {
  const image = { type: "image", image_url: "https://bot.example.org/picture.png?v=1", alt_text: "Grok-1" };
  expect(drawn({ blocks: [image] })).toBe('<img src="/picture.png?v=1" alt="Grok-1" />');
  expect(drawn({ blocks: [{ ...image, image_url: "nowhere" }] })).toContain("an image without an address");
});

test("a line divides, and what cannot be drawn is said", () => {
  expect(drawn({ blocks: [{ type: "divider" }] })).toBe("<hr />");
  expect(drawn({ blocks: [{ type: "video" }] })).toContain("block video");
  expect(
    drawn({ blocks: [{ type: "data_table", caption: "c", rows: [[{ type: "raw_number" }]] }] }),
  ).toContain("cell raw_number");
});
