import type { Catalogue, CatalogueEvent } from "../../../catalogue.ts";
import type { Language } from "../../../chat.ts";
import { phrases } from "../../../phrases.ts";
import { html, type Html } from "../../html.ts";
import { type Axis, layAxis } from "./axis.ts";
import { isExact } from "./days.ts";

/** Heights of the head with the years and of a lane; browse.css lays the names beside them by the same. */
const head = 36;
const lane = 32;
/** For the longest date, written upwards. */
const foot = 138;

export type Happenings = Pick<Catalogue, "events" | "subjects">;

/** The events as a picture: a line of years, a lane for each subject, and a point in each lane an event belongs to. */
export function drawTimeline({ events: newestFirst, subjects }: Happenings, language: Language): Html {
  const words = phrases[language].browse.timeline;
  const events = newestFirst.toReversed();
  const axis = layAxis(events.map(({ date }) => date));
  const bottom = head + subjects.length * lane;
  const height = bottom + foot;
  const counts = subjects.map((name) =>
    words.describe(name, events.filter((event) => event.subjects.includes(name)).length),
  );
  return html`<div class="scroll picture" role="region" tabindex="0" aria-label="${words.region}">
    <div class="lanes">
      <div class="lane-names" aria-hidden="true">
        ${subjects.map((name) => html`<span><span>${name}</span></span>`)}
      </div>
      <svg
        class="timeline"
        role="img"
        aria-labelledby="timeline-title timeline-description"
        width="${axis.width}"
        height="${height}"
        viewBox="0 0 ${axis.width} ${height}"
      >
        <title id="timeline-title">
          ${words.title(events[0]?.dateText ?? "", events.at(-1)?.dateText ?? "")}
        </title>
        <desc id="timeline-description">${words.description(events.length, counts.join(", "))}</desc>
        ${drawYears(axis, bottom)}
        ${subjects.map(
          (_, index) =>
            html`<line class="lane" x1="0" x2="${axis.width}" y1="${middle(index)}" y2="${middle(index)}" />`,
        )}
        ${events.map((event, index) => drawEvent(event, subjects, axis.xs[index] ?? 0, bottom))}
      </svg>
    </div>
  </div>`;
}

function drawYears({ years }: Axis, bottom: number): readonly Html[] {
  return years.map(
    ({ year, x, width }, index) =>
      html`<rect
          class="${index % 2 === 0 ? "year" : "year odd"}"
          x="${x}"
          y="0"
          width="${width}"
          height="${bottom}"
        />
        <text class="year-name" x="${x + width / 2}" y="22" text-anchor="middle">${year}</text>`,
  );
}

function drawEvent(
  { date, dateText, text, subjects: own }: CatalogueEvent,
  subjects: readonly string[],
  x: number,
  bottom: number,
): Html {
  const ys = subjects.flatMap((name, index) => (own.includes(name) ? [middle(index)] : []));
  const top = Math.min(...ys);
  return html`<g class="${isExact(date) ? "event" : "event coarse"}">
    <title>${dateText}: ${text}</title>
    <rect class="touch" x="${x - 8}" y="${head}" width="16" height="${bottom + foot - head}" />
    <line class="drop" x1="${x}" x2="${x}" y1="${top}" y2="${bottom + 6}" />
    <line class="link" x1="${x}" x2="${x}" y1="${top}" y2="${Math.max(...ys)}" />
    ${ys.map((y) => html`<circle cx="${x}" cy="${y}" r="5" />`)}
    <text x="${x + 4}" y="${bottom + 12}" text-anchor="end" transform="rotate(-90 ${x + 4} ${bottom + 12})">
      ${dateText}
    </text>
  </g>`;
}

function middle(index: number): number {
  return head + index * lane + lane / 2;
}
