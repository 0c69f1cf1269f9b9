import { type Cell, type State, states } from "../../../chat.ts";
import { html, type Html } from "../../html.ts";

/** Told apart by shape, also without colour; the word always stands beside it. */
const shapes: Readonly<Record<State, Html>> = {
  open: html`<circle cx="8" cy="8" r="6.5" fill="currentColor" />`,
  partial: html`<circle cx="8" cy="8" r="5.75" fill="none" stroke="currentColor" stroke-width="1.5" />
    <path d="M8 2.25a5.75 5.75 0 0 0 0 11.5z" fill="currentColor" />`,
  closed: html`<circle cx="8" cy="8" r="5.75" fill="none" stroke="currentColor" stroke-width="1.5" />`,
  unknown: html`<path
      d="M4.9 5.6C5 3.7 6.3 2.6 8.1 2.6c1.8 0 3.1 1.1 3.1 2.7 0 2.3-3 2.4-3 4.7"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
    />
    <circle cx="8.2" cy="13" r="1.2" fill="currentColor" />`,
};

/** Draws each shape once; `drawMark` refers to them. */
export function markShapes(): Html {
  return html`<svg class="mark-shapes" width="0" height="0" aria-hidden="true">
    ${states.map((state) => html`<symbol id="mark-${state}" viewBox="0 0 16 16">${shapes[state]}</symbol>`)}
  </svg>`;
}

/** A word with its mark. */
export function drawMark({ mark, text }: Cell): Html {
  if (mark === undefined) return html`${text}`;
  return html`<span class="mark mark-${mark}"
    ><svg width="14" height="14" aria-hidden="true"><use href="#mark-${mark}" /></svg
    ><span>${text}</span></span
  >`;
}
