import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createDiscordPreview } from "../../../src/adapters/discord/preview.ts";
import { createSlackPreview } from "../../../src/adapters/slack/preview.ts";
import { drawMessage as drawDiscord } from "../../../src/adapters/web/discord/message.ts";
import { html, type Html } from "../../../src/adapters/html.ts";
import { drawMessage as drawSlack } from "../../../src/adapters/web/slack/message.ts";
import { languages } from "../../../src/chat.ts";
import { createPictures } from "../../../src/picture/picture.ts";
import { bot, silentLog } from "../../chat.ts";
import { golden } from "./golden.ts";

const previews = {
  discord: createDiscordPreview({ bot, pictures: createPictures(silentLog), log: silentLog }),
  slack: createSlackPreview({ bot, publicUrl: undefined, log: silentLog }),
};
let count = 0;
const markup = (drawn: readonly Html[]) => html`${drawn}`.markup;
const textOnDiscord = (content: string) => markup(drawDiscord({ components: [{ type: 10, content }] }, []));

describe.each(languages)("everything that the bot sends is known to the page, in %s:", (language) => {
  test.each(golden)("%s", async (line) => {
    for (const place of ["channel", "direct"] as const) {
      // Somebody new each time, because nobody may ask so much at once.
      const person = String((count += 1));
      const scene = { language, place, overheard: false, channel: "1", person };
      const [discord, slack] = await Promise.all([
        previews.discord.type(line, scene),
        previews.slack.type(line, scene),
      ]);
      for (const sent of [...discord.sent, ...slack.sent]) expect(sent.kind).toBe("message");
      const drawn = [
        ...discord.sent.flatMap((one) => (one.kind === "message" ? drawDiscord(one.payload, one.files) : [])),
        ...slack.sent.flatMap((one) => (one.kind === "message" ? drawSlack(one.payload, `U${person}`) : [])),
      ];
      expect(drawn.length).toBeGreaterThanOrEqual(2);
      expect(markup(drawn)).not.toContain("data-unknown");
    }
  });
});

describe("the recorded cards of both platforms are drawn whole:", () => {
  const recorded = (platform: string) =>
    readdirSync(`tests/adapters/${platform}/cards`).map((name): [string, object] => [
      `${platform} ${name}`,
      JSON.parse(readFileSync(`tests/adapters/${platform}/cards/${name}`, "utf8")),
    ]);
  // The bytes of a picture are recorded nowhere.
  const files = [{ name: "openness.png", data: new Uint8Array() }];
  test.each([...recorded("discord"), ...recorded("slack")])("%s", (name, payload) => {
    const drawn = name.startsWith("discord") ? drawDiscord(payload, files) : drawSlack(payload, "U1");
    expect(markup(drawn)).not.toContain("data-unknown");
    expect(drawn.length).toBeGreaterThan(0);
  });
});

describe("what the page cannot draw stands in a red box:", () => {
  test.each([
    ["a component", { components: [{ type: 99 }] }],
    ["a component in a container", { components: [{ type: 17, components: [{ type: 9 }] }] }],
    ["a button's style", { components: [{ type: 1, components: [{ type: 2, style: 4, label: "x" }] }] }],
    [
      "a picture that is not attached",
      { components: [{ type: 12, items: [{ media: { url: "attachment://x" } }] }] },
    ],
    ["what stands beside components", { components: [], embeds: [{}] }],
  ])("Discord: %s", (_, payload) => {
    expect(markup(drawDiscord(payload, []))).toContain("data-unknown");
  });

  test.each([
    "*x*",
    "_x_",
    "~~x~~",
    "`x`",
    "||x||",
    "<@&1>",
    "<t:1:R>",
    "https://x.example",
    "@everyone",
    "> x",
    "- x",
  ])("Discord: markup that was not escaped, %s", (content) =>
    expect(textOnDiscord(content)).toContain("data-unknown"),
  );

  test.each([
    ["a block", { blocks: [{ type: "video" }] }],
    ["an element", { blocks: [{ type: "actions", elements: [{ type: "datepicker" }] }] }],
    ["an icon", { blocks: [{ type: "context_actions", elements: [{ type: "icon_button", icon: "star" }] }] }],
    ["a text", { blocks: [{ type: "section", text: { type: "other", text: "x" } }] }],
    ["a command in a text", { blocks: [{ type: "section", text: { type: "mrkdwn", text: "<!channel>" } }] }],
    ["markup in a text", { blocks: [{ type: "section", text: { type: "mrkdwn", text: "*x*" } }] }],
    ["rich text", { blocks: [{ type: "rich_text", elements: [{ type: "rich_text_quote", elements: [] }] }] }],
    [
      "a cell",
      { blocks: [{ type: "data_table", caption: "x", rows: [[{ type: "raw_number", text: "1" }]] }] },
    ],
  ])("Slack: %s", (_, payload) => {
    expect(markup(drawSlack(payload, "U1"))).toContain("data-unknown");
  });
});

describe("what both clients read is read here:", () => {
  test("Discord's escapes, links, bold and headings", () => {
    expect(textOnDiscord("## A \\*b\\*")).toContain("<h3>A *b*</h3>");
    expect(textOnDiscord("**a\\_b** [c \\[d\\]](https://e.example/f_(g))")).toContain(
      '<strong>a_b</strong> <a href="https://e.example/f_(g)" target="_blank" rel="noreferrer">c [d]</a>',
    );
    expect(textOnDiscord("-# small [1]")).toContain('<p class="small">small [1]</p>');
  });

  test("Slack's entities, once, and links only to pages", () => {
    const section = (type: string, text: string) =>
      markup(drawSlack({ blocks: [{ type: "section", text: { type, text } }] }, "U1"));
    expect(section("plain_text", "a &amp;lt; b &lt;i&gt;")).toContain("a &amp;lt; b &lt;i&gt;");
    expect(section("mrkdwn", "<https://a.example?b=1&amp;c|d>")).toContain(
      'href="https://a.example?b=1&amp;c"',
    );
    expect(section("mrkdwn", "<javascript:alert(1)|d>")).toContain("data-unknown");
  });

  test("a button of Slack's that is for somebody else is not there", () => {
    const trash = {
      type: "icon_button",
      icon: "trash",
      text: { text: "Delete" },
      visible_to_user_ids: ["U1"],
    };
    const seenBy = (person: string) =>
      markup(drawSlack({ blocks: [{ type: "context_actions", elements: [trash] }] }, person));
    expect(seenBy("U1")).toContain("Delete");
    expect(seenBy("U2")).not.toContain("Delete");
  });
});

test("a text never becomes markup, wherever it stands", () => {
  const text = `<b a="1" b='2'>&`;
  expect(html`<p title="${text}">${text}</p>`.markup).toBe(
    '<p title="&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;">&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;</p>',
  );
  expect(html`${[html`<i>${1}</i>`, undefined, "<"]}`.markup).toBe("<i>1</i>&lt;");
});
