import type { CardMessage } from "../../src/adapters/discord/components.ts";
import { faultsOf } from "../../src/adapters/discord/limits.ts";
import type { Response } from "../../src/adapters/discord/send.ts";
import { drawMessage } from "../../src/adapters/web/discord/message.ts";
import { block, livePieces } from "../adapters/discord/live.ts";
import { wordsOf } from "../adapters/discord/read.ts";
import { foreign } from "./addresses.ts";
import { unseen } from "./unseen.ts";

/** What is wrong with a response that Discord gets. */
export function faultsOfResponse(response: Response): readonly string[] {
  if (!("data" in response)) return [];
  if ("choices" in response.data) return faultsOfChoices(response.data.choices);
  return response.data.components.some(({ type }) => type === 18)
    ? []
    : "flags" in response.data
      ? faultsOfMessage(response.data)
      : ["a response of no kind"];
}

function faultsOfChoices(choices: readonly { readonly name: string; readonly value: string }[]) {
  const texts = choices.flatMap(({ name, value }) => [name, value]);
  return [
    ...(choices.length > 25 ? [`${choices.length} choices`] : []),
    ...texts
      .filter((text) => text.length < 1 || text.length > 100)
      .map((text) => `a choice of ${text.length}`),
  ];
}

/** What Discord would refuse, obey or hide; `by` is a person who is named because they shared it. */
export function faultsOfMessage(message: CardMessage, by = ""): readonly string[] {
  const mentions = JSON.stringify(message.allowed_mentions);
  const markup = drawMessage(message, []).map((one) => one.markup);
  const addresses = markup.join("").matchAll(/ href="([^"]*)"/gu);
  const texts = message.components.flatMap((one) => (one.type === 17 ? one.components : []));
  const lines = texts.flatMap((one) => (one.type === 10 ? one.content.split("\n") : []));
  return [
    ...faultsOf(message),
    ...(mentions === '{"parse":[],"replied_user":false}' ? [] : [`mentions ${mentions}`]),
    ...markup.filter((one) => one.includes("data-unknown")).map((one) => `acting: ${one.slice(0, 300)}`),
    ...foreign([...addresses].map(([, address = ""]) => address.replaceAll("&amp;", "&"))),
    ...lines.flatMap((line) => liveIn(line, by)),
    ...(unseen.exec(wordsOf(message)) ?? []).map((sign) => `unseen: ${JSON.stringify(sign)}`),
  ];
}

/** Of our own there are headings, small print, leads at the beginning, and the links to sources behind their numbers. */
function liveIn(line: string, by: string): readonly string[] {
  const said = line.replace(/^(?:#{2,3} |-# )/u, "");
  const words = said
    .replace(/^(?:\S{1,2} )?\*\*((?:\\.|[^*\\])+)\*\*/u, "$1")
    .replace(/^(\[\d+\] )\[((?:\\.|[^\]\\])+)\]\(https:\/\/(?:[^()\s]|\([^()\s]*\))+\)/u, "$1$2")
    .replace(by === "" ? /$^/u : `<@${by}>`, "");
  return [...livePieces(words), ...(block.exec(said) ?? [])].map((piece) => `live: ${piece} in ${line}`);
}
