import { html, type Html } from "../../html.ts";
import { drawUnknown } from "../unknown.ts";

/**
 * The part of https://docs.discord.com/developers/reference#message-formatting that our messages use. Markup beyond it that
 * is not escaped would do something in Discord, so it is shown as unknown.
 */
export function drawMarkdown(content: string): readonly Html[] {
  return content.split("\n").map(drawLine);
}

function drawLine(line: string): Html {
  const [, sign = "", rest = line] = /^(###? |-# )(.*)$/su.exec(line) ?? [];
  switch (sign) {
    case "## ":
      return html`<h3>${drawInline(rest)}</h3>`;
    case "### ":
      return html`<h4>${drawInline(rest)}</h4>`;
    case "-# ":
      return html`<p class="small">${drawInline(rest)}</p>`;
    default:
      return acting.test(line) ? drawUnknown(line) : html`<p>${drawInline(line)}</p>`;
  }
}

/** A heading, a quote, a list or a block of code, all of which our messages never are. */
const acting = /^\s*(?:#{1,3} |>{1,3} |[-*+] |\d+[.)] |```)/u;

const inline = new RegExp(
  [
    /\\(?<escaped>[^A-Za-z0-9\s])/,
    /\[(?<title>(?:\\.|[^\]\\])+)\]\((?<url>https?:\/\/(?:[^()\s]|\([^()\s]*\))+)\)/,
    /\*\*(?<strong>(?:\\.|[^*\\])+)\*\*/,
    /(?<person><@\d+>)/,
    /(?<loose>[*_~`|]|<(?=[@#:/a]|t:)|@(?=everyone|here)|https?:\/\/\S+)/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gu",
);

function drawInline(text: string): readonly Html[] {
  const drawn: Html[] = [];
  let end = 0;
  for (const found of text.matchAll(inline)) {
    drawn.push(html`${text.slice(end, found.index)}`, drawToken(found.groups ?? {}));
    end = found.index + found[0].length;
  }
  return [...drawn, html`${text.slice(end)}`];
}

function drawToken(found: Readonly<Record<string, string | undefined>>): Html {
  const { escaped, title, url, strong, person, loose } = found;
  if (escaped !== undefined) return html`${escaped}`;
  if (strong !== undefined) return html`<strong>${drawInline(strong)}</strong>`;
  if (title !== undefined && url !== undefined)
    return html`<a href="${url}" target="_blank" rel="noreferrer">${drawInline(title)}</a>`;
  if (person !== undefined) return html`<span class="mention">@you</span>`;
  return drawUnknown(loose ?? "");
}
