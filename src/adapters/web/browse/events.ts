import type { Catalogue, CatalogueEvent } from "../../../catalogue.ts";
import { phrases } from "../../../phrases.ts";
import { html, type Html } from "../../html.ts";
import { askAddress } from "./address.ts";
import { drawTimeline } from "./timeline.ts";
import type { Question } from "../question.ts";

/** The events as a picture and, the same once more, as a list. */
export function drawEvents(catalogue: Catalogue, question: Question): Html {
  const words = phrases[question.language].browse.timeline;
  const { events } = catalogue;
  return html`<section id="timeline" aria-labelledby="timeline-heading">
    <h2 id="timeline-heading">${words.heading}</h2>
    <p class="intro">${words.intro(events.length)}</p>
    ${drawTimeline(catalogue, question.language)} ${drawKey(question)}
    ${years(events).map(
      ([year, own]) =>
        html`<div class="of-year">
          <h3>${year}</h3>
          <ul class="events">
            ${own.map((event) => drawItem(event, question))}
          </ul>
        </div>`,
    )}
  </section>`;
}

function drawKey(question: Question): Html {
  const words = phrases[question.language].browse.timeline;
  const sign = (drawn: Html) => html`<svg width="16" height="24" aria-hidden="true">${drawn}</svg>`;
  return html`<ul class="key">
    <li>${sign(html`<g class="event"><circle cx="8" cy="12" r="5" /></g>`)} ${words.exact}</li>
    <li>${sign(html`<g class="event coarse"><circle cx="8" cy="12" r="5" /></g>`)} ${words.coarse}</li>
    <li>
      ${sign(
        html`<g class="event">
          <line class="link" x1="8" x2="8" y1="5" y2="19" />
          <circle cx="8" cy="5" r="4" />
          <circle cx="8" cy="19" r="4" />
        </g>`,
      )}
      ${words.linked}
    </li>
    <li>${words.scale}</li>
  </ul>`;
}

function drawItem({ date, dateText, text, subjects, ask }: CatalogueEvent, question: Question): Html {
  return html`<li>
    <time datetime="${date}">${dateText}</time>
    <div>
      <a href="${askAddress(ask, question)}">${text}</a>
      <p class="subjects">${subjects.join(", ")}</p>
    </div>
  </li>`;
}

function years(events: readonly CatalogueEvent[]): readonly (readonly [string, readonly CatalogueEvent[]])[] {
  const byYear = new Map<string, CatalogueEvent[]>();
  for (const event of events) {
    const year = event.date.slice(0, 4);
    byYear.set(year, [...(byYear.get(year) ?? []), event]);
  }
  return [...byYear];
}
