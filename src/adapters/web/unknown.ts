import { html, type Html } from "../html.ts";

/** What this page cannot draw is never left out: it stands in a red box, and a test fails. */
export function drawUnknown(what: string): Html {
  return html`<strong class="unknown-element" data-unknown>${what}</strong>`;
}
