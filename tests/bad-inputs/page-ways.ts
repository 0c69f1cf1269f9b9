import { foreign } from "./addresses.ts";
import type { Way } from "./ways.ts";

const longestAddress = 15_000;

/** What is wrong with a page: what is not ours must be words in it. */
function faultsOfPage(source: string): readonly string[] {
  // The red box is drawn for what would act on a platform.
  const live = source.match(
    /<(?:script(?! type="module" src="\/page\.js"| src="\/page\.js")|iframe|object|img src="http)/giu,
  );
  const handlers = source.match(/<[^<>]* on[a-z]+=/giu);
  const links = [...source.matchAll(/<a href="(http[^"]*)"/gu)].map(([, address = ""]) =>
    address.replaceAll("&amp;", "&"),
  );
  return [
    ...(source.includes("data-unknown") ? ["something would act on a platform"] : []),
    ...[...(live ?? []), ...(handlers ?? [])].map((piece) => `live: ${piece}`),
    ...foreign(links),
  ];
}

/** Ways through the page's own server, at an address such as "http://127.0.0.1:4321". */
export function pageWays(base: () => string): readonly Way[] {
  const ask = (path: string, query: Readonly<Record<string, string>>): Way => ({
    name: `the page, ${path} ${JSON.stringify(query)}`,
    async try(given) {
      const asked = new URLSearchParams({ ...query, q: String(given) }).toString();
      const response = await fetch(`${base()}${path}?${asked}`);
      const body = await response.text();
      // A longer line is no address any more.
      const isRight = response.status === 200 || (response.status === 431 && asked.length > longestAddress);
      return [...(isRight ? [] : [`${response.status} ${body.slice(0, 200)}`]), ...faultsOfPage(body)];
    },
  });
  const press = (client: string, id: string, before: string): Way => ({
    name: `the page, a press on ${client} with ${before || "nothing"} in front`,
    async try(given) {
      const carried = typeof given === "string" ? `${before}${given}` : given;
      const scene = { language: "de", place: "channel", overheard: false, channel: "1", person: "2" };
      const body = { client, scene, press: { type: id, id: carried, value: carried, isPrivate: true } };
      const response = await fetch(`${base()}/press`, { method: "POST", body: JSON.stringify(body) });
      const text = await response.text();
      const isOk = response.status === 200 || response.status === 400;
      return [...(isOk ? [] : [`${response.status} ${text.slice(0, 200)}`]), ...faultsOfPage(text)];
    },
  });
  return [
    ask("/", {}),
    ask("/", { lang: "de", place: "direct", manner: "overheard" }),
    ask("/browse", {}),
    ask("/complete", {}),
    press("discord", "2", "1:ask:en:ask:"),
    press("slack", "button", "1:ask:en:ask:"),
    press("discord", "3", ""),
  ];
}
