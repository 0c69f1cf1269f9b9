import { parseUrl } from "../../src/url.ts";
import { knowledge } from "../chat.ts";

const known = new Set([...knowledge.sources.values()].map(({ url }) => new URL(url).host));

/** Links to where none of our sources stands. */
export function foreign(addresses: readonly string[]): readonly string[] {
  return addresses
    .filter((address) => !known.has(parseUrl(address)?.host ?? ""))
    .map((address) => `a link to ${address}`);
}
