import type { Language } from "../../chat.ts";
import { webPhrases } from "../../phrases/web.ts";
import { html, type Html } from "../html.ts";
import { addressOf, type Question, themes } from "./question.ts";
import { languages } from "../../chat.ts";

/** Both views of the page: what can be tried, and what can be browsed. */
type View = "/" | "/browse";

interface Page {
  readonly view: View;
  readonly title: string;
  readonly question: Question;
  /** Where the view shows the same in another language or brightness. */
  readonly addressAs: (other: Question) => string;
  readonly main: Html;
}

/** A whole document: head, navigation, and the view. */
export function drawDocument(page: Page): Html {
  const { title, main } = page;
  const { language, theme } = page.question;
  const words = webPhrases[language];
  return html`<!doctype html>
    <html lang="${language}" data-theme="${theme}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content="${words.about}" />
        <title>${title}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/style.css" />
        <script type="module" src="/page.js"></script>
      </head>
      <body>
        <header class="top">
          <div class="brand">
            <p class="logo">Openness</p>
            <p class="about">${words.about}</p>
          </div>
          ${drawNavigation(page)}
        </header>
        <main>${main}</main>
      </body>
    </html>`;
}

function drawNavigation({ view, question, addressAs }: Page): Html {
  const { language, theme } = question;
  const words = webPhrases[language];
  return html`<nav aria-label="${words.views}">
      ${drawLink(words.try, addressOf("/", question), view === "/")}
      ${drawLink(words.browse, addressOf("/browse", { ...question, line: "" }), view === "/browse")}
    </nav>
    <nav aria-label="${words.language}">
      ${languages.map((one) =>
        drawLink(words.languages[one], addressAs({ ...question, language: one }), one === language, one),
      )}
    </nav>
    <nav aria-label="${words.theme}">
      ${themes.map((one) =>
        drawLink(words.themes[one], addressAs({ ...question, theme: one }), one === theme),
      )}
    </nav>`;
}

function drawLink(label: string, address: string, isCurrent: boolean, language?: Language): Html {
  const current = isCurrent ? html` aria-current="true"` : undefined;
  const lang = language === undefined ? undefined : html` lang="${language}"`;
  return html`<a href="${address}" ${current}${lang}>${label}</a>`;
}
