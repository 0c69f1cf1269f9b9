import type { ContextBlock, ContextBlockElement } from "@slack/types";
import type { Source } from "../../../chat.ts";
import { cleanText } from "../../visible.ts";
import { escapeText, plain } from "./text.ts";

const longestText = 3_000;
const mostElements = 10;

/** Links can stand beside words only in mrkdwn, which has no escape for its marks, nor for `:emoji:`. */
const markup = /[*~`]|:[\w+-]+:|_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_/u;

/** Numbered as the lines refer to them, in small print. */
export function drawSources(sources: readonly Source[]): ContextBlock[] {
  const elements: ContextBlockElement[] = [];
  for (const [index, source] of sources.entries()) {
    const last = elements.at(-1);
    const next = drawSource(source, index + 1);
    const together = last?.type === "mrkdwn" && next.type === "mrkdwn" ? `${last.text}\n${next.text}` : "";
    if (last?.type === "mrkdwn" && together !== "" && together.length <= longestText) last.text = together;
    else elements.push(next);
  }
  const blocks: ContextBlock[] = [];
  for (let start = 0; start < elements.length; start += mostElements)
    blocks.push({ type: "context", elements: elements.slice(start, start + mostElements) });
  return blocks;
}

/** A source without any markup, its address written out. */
export function sourceText(source: Source, number: number): string {
  return [`[${number}] ${source.title}`, ...about(source), source.url].join(" · ");
}

/** A source whose words would be taken for markup is not a link, but has its address written out. */
function drawSource(source: Source, number: number) {
  const { title, url } = source;
  const rest = about(source);
  if (markup.test([title, ...rest].join(" "))) return plain(sourceText(source, number));
  const address = escapeText(url.replaceAll(/[\s|<>]/gu, encodeURIComponent));
  const label = escapeText(cleanText(`[${number}] ${title}`));
  const text = [`<${address}|${label}>`, ...rest.map((part) => escapeText(cleanText(part)))].join(" · ");
  return { type: "mrkdwn" as const, text, verbatim: true };
}

function about({ publisher, date, note }: Source): readonly string[] {
  const origin = date === undefined ? publisher : `${publisher}, ${date}`;
  return note === undefined ? [origin] : [origin, note];
}
