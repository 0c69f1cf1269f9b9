import type { Language } from "../../chat.ts";
import { phrases } from "../../phrases.ts";
import { webPhrases } from "../../phrases/web.ts";
import type { Scene } from "../../preview.ts";
import { type Client, clients, type Shown } from "./client.ts";
import { html, type Html } from "../html.ts";
import { addressOf, type Question } from "./question.ts";

/** The view in which the bot can be tried: a line to type, and the answer as each client shows it. */
export function drawStage(question: Question, scene: Scene, shown: ReadonlyMap<Client["id"], Shown>): Html {
  const words = webPhrases[question.language];
  return html`<h1 class="hidden">${words.title}</h1>
    ${drawForm(question)} ${drawTries(question)}
    <p class="drawing">${words.drawing(phrases[question.language].list(clients.map(({ name }) => name)))}</p>
    <p id="status" role="status" class="hidden"></p>
    <p id="failure" role="alert" hidden>${words.failed}</p>
    <div id="stage" data-scene="${JSON.stringify(scene)}">
      ${shown.size === 0 ? undefined : html`<a class="link" href="${addressOf("/", question)}">${words.link}</a>`}
      ${clients.map((client) => drawClient(client, question.language, shown.get(client.id)))}
    </div>`;
}

function drawForm(question: Question): Html {
  const { line, language, place, overheard, theme } = question;
  const words = webPhrases[language];
  return html`<form id="ask" method="get" action="/" role="search">
    <div class="line">
      <label for="q" class="hidden">${words.input}</label>
      <input
        id="q"
        name="q"
        value="${line}"
        placeholder="${words.placeholder}"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        maxlength="4000"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded="false"
        aria-controls="completions"
      />
      <ul id="completions" role="listbox" aria-label="${words.completions}" hidden></ul>
      <button type="submit" class="main">${words.ask}</button>
    </div>
    <input type="hidden" name="lang" value="${language}" />
    <input type="hidden" name="theme" value="${theme}" />
    <div class="switches">
      ${drawSwitch("place", words.place, [
        ["channel", words.places.channel, place === "channel"],
        ["direct", words.places.direct, place === "direct"],
      ])}
      ${drawSwitch("manner", words.manner, [
        ["asked", words.manners.asked, !overheard],
        ["overheard", words.manners.overheard, overheard],
      ])}
    </div>
  </form>`;
}

function drawSwitch(
  name: string,
  legend: string,
  options: readonly (readonly [value: string, label: string, chosen: boolean])[],
): Html {
  return html`<fieldset>
    <legend>${legend}</legend>
    ${options.map(([value, label, chosen]) => {
      const checked = chosen ? html` checked` : undefined;
      return html`<label><input type="radio" name="${name}" value="${value}" ${checked} />${label}</label>`;
    })}
  </fieldset>`;
}

function drawTries(question: Question): Html {
  const words = webPhrases[question.language];
  const link = (line: string, overheard: boolean) => {
    const address = addressOf("/", { ...question, line, overheard, place: "channel" });
    return html`<li><a href="${address}" data-ask>${overheard ? words.overheard(line) : line}</a></li>`;
  };
  return html`<nav class="tries" aria-label="${words.tries}">
    <ul>
      ${words.triesAsked.map((line) => link(line, false))}${words.triesOverheard.map((line) => link(line, true))}
    </ul>
  </nav>`;
}

function drawClient({ id, name }: Client, language: Language, shown: Shown | undefined): Html {
  const words = webPhrases[language];
  const tab = (panel: "message" | "payload", selected: boolean) =>
    html`<button
      type="button"
      role="tab"
      id="${id}-${panel}-tab"
      aria-controls="${id}-${panel}"
      aria-selected="${String(selected)}"
      tabindex="${selected ? 0 : -1}"
    >
      ${words[panel]}
    </button>`;
  return html`<section class="client ${id}" data-client="${id}" aria-labelledby="${id}-name">
    <header>
      <h2 id="${id}-name">${words.client(name)}</h2>
      <div role="tablist" aria-labelledby="${id}-name">${tab("message", true)}${tab("payload", false)}</div>
    </header>
    <div class="log" role="tabpanel" id="${id}-message" aria-labelledby="${id}-message-tab" tabindex="0">
      ${shown?.drawn ?? html`<p class="empty">${words.empty}</p>`}
    </div>
    <div class="payloads" role="tabpanel" id="${id}-payload" aria-labelledby="${id}-payload-tab" hidden>
      ${shown?.payloads}
    </div>
  </section>`;
}
