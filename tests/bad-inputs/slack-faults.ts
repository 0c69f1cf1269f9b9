import type { AnyBlock } from "@slack/types";
import { faultsOf, type Surface } from "../../src/adapters/slack/limits.ts";
import { drawMessage } from "../../src/adapters/web/slack/message.ts";
import { dangersIn } from "../adapters/slack/dangers.ts";
import { foreign } from "./addresses.ts";
import { unseen } from "./unseen.ts";

/** What leaves for Slack, as far as it is looked at. */
export interface Outgoing {
  readonly text?: string;
  readonly blocks?: AnyBlock[];
  readonly mrkdwn?: unknown;
  readonly unfurl_links?: unknown;
  readonly unfurl_media?: unknown;
  readonly link_names?: unknown;
  readonly parse?: unknown;
}

/** What Slack would refuse, obey or hide; `by` is a person who is named because they shared it. */
export function faultsOfOutgoing(sent: Outgoing, surface: Surface, by: string): readonly string[] {
  const { text = "", blocks = [] } = sent;
  // The check knows one person by name.
  const named: { text: string; blocks: AnyBlock[] } = JSON.parse(
    JSON.stringify({ text, blocks }).replaceAll(`<@${by}>`, "<@U1>"),
  );
  const markup = drawMessage(sent, by)
    .map((one) => one.markup)
    .join("");
  const addresses = [...markup.matchAll(/ href="([^"]*)"/gu)].map(([, address = ""]) =>
    address.replaceAll("&amp;", "&"),
  );
  return [
    ...faultsOf({ text, blocks }, surface),
    ...dangersIn(named).map((piece) => `acting: ${piece}`),
    ...(surface === "message" ? faultsOfFlags(sent) : []),
    ...(surface === "message" && markup.includes("data-unknown")
      ? [`not drawn: ${markup.slice(0, 300)}`]
      : []),
    ...foreign(addresses),
    ...shownIn({ text, blocks }).flatMap((shown) =>
      (unseen.exec(shown) ?? []).map((sign) => `unseen: ${JSON.stringify(sign)}`),
    ),
  ];
}

function faultsOfFlags({ mrkdwn, unfurl_links, unfurl_media, link_names, parse }: Outgoing) {
  const flags = JSON.stringify([mrkdwn, unfurl_links, unfurl_media, link_names, parse]);
  return flags === "[false,false,false,null,null]" ? [] : [`flags ${flags}`];
}

/** Everything but what elements carry unseen. */
function shownIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => (key === "value" ? [] : shownIn(one)));
}
