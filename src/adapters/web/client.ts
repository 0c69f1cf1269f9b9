import { randomInt } from "node:crypto";
import type { Language } from "../../chat.ts";
import { webPhrases } from "../../phrases/web.ts";
import type { Scene, Sent, Turn, Usage } from "../../preview.ts";
import { drawMessage as drawDiscord } from "./discord/message.ts";
import { html, type Html } from "../html.ts";
import { drawMessage as drawSlack } from "./slack/message.ts";

/** A chat client that is drawn on the page. */
export interface Client {
  readonly id: "discord" | "slack";
  readonly name: string;
  draw(sent: Message, scene: Scene): readonly Html[];
}

type Message = Extract<Sent, { kind: "message" }>;

const discord: Client = {
  id: "discord",
  name: "Discord",
  draw: ({ payload, files }) => drawDiscord(payload, files),
};
const slack: Client = {
  id: "slack",
  name: "Slack",
  // Slack shows some buttons only to those they are for.
  draw: ({ payload }, { person }) => drawSlack(payload, `U${person}`),
};

export const clients: readonly Client[] = [discord, slack];

export function clientCalled(id: Client["id"]): Client {
  return id === "discord" ? discord : slack;
}

/** Messages as they are seen, and as they are sent. */
export interface Shown {
  readonly drawn: readonly Html[];
  readonly payloads: readonly Html[];
}

export function showTurn(client: Client, { said, sent }: Turn, scene: Scene): Shown {
  const words = webPhrases[scene.language];
  const shown = showSent(client, sent, scene);
  const silence =
    sent.length === 0
      ? [
          html`<p class="silent">
            <strong>${words.silent}</strong> ${scene.overheard ? words.silentText : ""}
          </p>`,
        ]
      : [];
  return { ...shown, drawn: [drawSaid(said, scene.language), ...shown.drawn, ...silence] };
}

/** What the bot sends, without the orders to delete. */
export function showSent(client: Client, sent: readonly Sent[], scene: Scene): Shown {
  const messages = sent.filter((one) => one.kind === "message");
  const ids = messages.map(() => String(randomInt(1e9, 1e10)));
  return {
    drawn: messages.map((message, index) => drawFrame(client, message, ids[index] ?? "", scene)),
    payloads: messages.map((message, index) =>
      drawPayload(client, message, ids[index] ?? "", scene.language),
    ),
  };
}

function drawSaid(said: string, language: Language): Html {
  return html`<article class="said">
    <span class="face you" aria-hidden="true"></span>
    <div>
      <p class="name">${webPhrases[language].you}</p>
      <p class="words">${said}</p>
    </div>
  </article>`;
}

function drawFrame(client: Client, message: Message, id: string, scene: Scene): Html {
  const words = webPhrases[scene.language];
  const only = message.isPrivate ? [html`<p class="only-you">${words.onlyYou}</p>`] : [];
  return html`<article class="message" data-message="${id}" data-private="${String(message.isPrivate)}">
    <span class="face bot" aria-hidden="true"></span>
    <div>
      <p class="name">Openness <span class="badge">${words.app}</span></p>
      ${only}
      <div class="body">${client.draw(message, scene)}</div>
    </div>
  </article>`;
}

function drawPayload({ name }: Client, { payload, usage }: Message, id: string, language: Language): Html {
  const label = webPhrases[language].payloadOf(name);
  return html`<section class="payload" data-of="${id}">
    <dl class="meters">${usage.map((one) => drawMeter(one, language))}</dl>
    <pre tabindex="0" role="region" aria-label="${label}">${JSON.stringify(payload, undefined, 2)}</pre>
  </section>`;
}

function drawMeter({ of, used, most }: Usage, language: Language): Html {
  const words = webPhrases[language];
  const number = (value: number) => value.toLocaleString(language);
  const said = words.usage(number(used), number(most));
  return html`<div>
    <dt>${words.of[of]}</dt>
    <dd>
      <meter min="0" max="${most}" value="${used}" aria-label="${words.of[of]}"></meter>
      ${said}
    </dd>
  </div>`;
}
