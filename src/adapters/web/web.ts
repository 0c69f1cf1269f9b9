import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Catalogue } from "../../catalogue.ts";
import type { Adapter, Language } from "../../chat.ts";
import type { Log } from "../../log.ts";
import { endWith } from "../end.ts";
import type { Previews, Site } from "./site.ts";

export interface WebOptions {
  /** Takes a listener for a method and path, and resolves when it can be reached. */
  readonly serve: (route: string, listener: RequestListener) => Promise<void>;
  readonly previews: () => Promise<Previews>;
  readonly catalogue: (language: Language) => Catalogue;
  /** When an address of the page does not say. */
  readonly language: Language;
  /** Under which the page can be opened on this machine. */
  readonly address: string;
  readonly log: Log;
  /** Takes a line for the operator. */
  readonly tell: (line: string) => void;
}

/** All routes, so that a path is not known only once it was asked for. */
const routes = [
  "GET /",
  "GET /browse",
  "GET /complete",
  "POST /press",
  "GET /page.js",
  "GET /style.css",
  "GET /icon.svg",
] as const;

/** Nothing from elsewhere, and no script or style that stands in the page itself. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

const headers = {
  "content-security-policy": policy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-cache",
};

/** The page on which the bot can be tried without an account. What it is made of is loaded when it is first opened. */
export function createWeb(options: WebOptions): Adapter {
  const { serve, address, log, tell } = options;
  let isOpen = false;
  let site: Promise<Site> | undefined;
  let finish = () => {};
  const done = new Promise<void>((resolve) => (finish = resolve));

  function open(): Promise<Site> {
    site ??= import("./site.ts").then(({ createSite }) => createSite(options));
    // What it is made of may just be being built anew: the next one who asks tries again.
    site.catch(() => (site = undefined));
    return site;
  }

  async function answer(route: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const found = (await open()).get(route);
    if (found === undefined) throw new Error(`nothing answers ${route}`);
    const { status, type, body } = await found(request);
    response.writeHead(status, { ...headers, "content-type": `${type}; charset=utf-8` });
    response.end(request.method === "HEAD" ? undefined : body);
  }

  return {
    name: "page",
    done,
    health: () => ({ ready: isOpen, detail: isOpen ? `at ${address}` : "not started" }),
    async start() {
      for (const route of routes)
        await serve(route, (request, response) => {
          answer(route, request, response).catch((error: unknown) => {
            log.error({ err: error, route }, "the page cannot answer");
            endWith(response, 500);
          });
        });
      isOpen = true;
      tell(`page: ${address}`);
    },
    async stop() {
      isOpen = false;
      finish();
    },
  };
}
