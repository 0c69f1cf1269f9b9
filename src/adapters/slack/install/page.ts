import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import { type Language, languages } from "../../../chat.ts";
import { type InstallPhrases, installPhrases } from "../../../phrases/install.ts";
import { type Html, html } from "../../html.ts";

export type Failure = keyof InstallPhrases["failures"];

/** What a page says, and where its one link leads. */
interface Content {
  readonly status: number;
  readonly language: Language;
  readonly title: string;
  readonly lines: readonly string[];
  readonly link: { readonly label: string; readonly address: string };
}

const platform = "Slack";

const style = `:root{color-scheme:light dark}body{max-width:36rem;margin:15vh auto;padding:0 1.25rem;font:1.0625rem/1.6 system-ui,sans-serif}h1{font-size:1.5rem}a{display:inline-block;padding:.5rem 1rem;border:2px solid;border-radius:.375rem;font-weight:600}`;
/** Markup of ours, written out because the hash covers every space between the tags. */
const styleElement: Html = { markup: `<style>${style}</style>` };
const styleHash = createHash("sha256").update(style).digest("base64");

/** Nothing but the page itself; and no other site learns the address, which carries a code of Slack's. */
const headers = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

const statusOf: Readonly<Record<Failure, number>> = {
  denied: 200,
  stale: 400,
  incomplete: 400,
  organisation: 400,
  failed: 502,
};

/** A page with the link to Slack, rather than sending people there: so they know what this is, and go when they mean to. */
export function showInvitation(response: ServerResponse, language: Language, address: string): void {
  const words = installPhrases[language];
  show(response, {
    status: 200,
    language,
    title: words.title(platform),
    lines: [words.about, words.next(platform), words.limit],
    link: { label: words.add(platform), address },
  });
}

export function showInstalled(
  response: ServerResponse,
  language: Language,
  { command, address }: { readonly command: string; readonly address: string },
): void {
  const { installed, open } = installPhrases[language];
  const link = { label: open(platform), address };
  show(response, { status: 200, language, title: installed.title, lines: [installed.text(command)], link });
}

export function showFailure(
  response: ServerResponse,
  language: Language,
  failure: Failure,
  installAddress: string,
): void {
  const { failures, again } = installPhrases[language];
  const { title, text } = failures[failure];
  const link = { label: again, address: installAddress };
  show(response, { status: statusOf[failure], language, title, lines: [text], link });
}

function show(response: ServerResponse, { status, language, title, lines, link }: Content): void {
  // It took so long that the server has answered already.
  if (response.headersSent) return;
  response.writeHead(status, headers);
  response.end(
    html`<!doctype html>
      <html lang="${language}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>${title}</title>
          ${styleElement}
        </head>
        <body>
          <main>
            <h1>${title}</h1>
            ${lines.map((line) => html`<p>${line}</p>`)}
            <p><a href="${link.address}">${link.label}</a></p>
          </main>
        </body>
      </html> `.markup,
  );
}

/** The first language that somebody's browser prefers among ours: "de-AT, en;q=0.8". */
export function languageOf(accepted: string | undefined, usual: Language): Language {
  const wishes = (accepted ?? "").split(",").map((wish, index) => {
    const [tag = "", ...more] = wish
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/u);
    const weight = more.find((one) => one.startsWith("q="))?.slice(2) ?? "1";
    return { language: languages.find((one) => one === tag.split("-")[0]), weight: Number(weight), index };
  });
  const [best] = wishes
    .filter(({ language, weight }) => language !== undefined && weight > 0)
    .sort((a, b) => b.weight - a.weight || a.index - b.index);
  return best?.language ?? usual;
}
