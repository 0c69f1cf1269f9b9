import { html, type Html } from "../../html.ts";
import { fieldOf, textOf } from "../json.ts";
import { drawUnknown } from "../unknown.ts";

/** A text object: https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
export function drawText(text: unknown): readonly Html[] {
  const written = textOf(text, "text");
  switch (fieldOf(text, "type")) {
    case "plain_text":
      return [html`${unescaped(written)}`];
    case "mrkdwn":
      return drawMrkdwn(written);
    default:
      return [drawUnknown(`text of type ${String(fieldOf(text, "type"))}`)];
  }
}

/** What is written in a text object of one line, such as a label. */
export function wordsOf(text: unknown): string {
  return unescaped(textOf(text, "text"));
}

function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** Links and mentions of persons are all that our messages use of Slack's markup; other marks would act there. */
function drawMrkdwn(text: string): readonly Html[] {
  const drawn: Html[] = [];
  let end = 0;
  for (const found of text.matchAll(/<([^<>|]+)(?:\|([^<>]*))?>|[*~`]|\n/gu)) {
    const [whole, target, label] = found;
    drawn.push(html`${unescaped(text.slice(end, found.index))}`, drawToken(whole, target, label));
    end = found.index + whole.length;
  }
  return [...drawn, html`${unescaped(text.slice(end))}`];
}

function drawToken(whole: string, target = "", label = ""): Html {
  if (whole === "\n") return html`<br />`;
  if (/^@[UW]\w+$/u.test(target)) return html`<span class="mention">@you</span>`;
  if (/^https?:\/\//u.test(target) && label !== "")
    return html`<a href="${unescaped(target)}" target="_blank" rel="noreferrer">${unescaped(label)}</a>`;
  return drawUnknown(whole);
}
