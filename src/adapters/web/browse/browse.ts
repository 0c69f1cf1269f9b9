import type { Catalogue } from "../../../catalogue.ts";
import { phrases } from "../../../phrases.ts";
import { html, type Html } from "../../html.ts";
import type { Chosen } from "./address.ts";
import { drawEvents } from "./events.ts";
import { drawClaims, drawTerms } from "./lists.ts";
import { markShapes } from "./mark.ts";
import { drawModels } from "./models.ts";
import type { Question } from "../question.ts";

/**
 * The reading room: all models, terms, claims and events, each with the way to its card. The content of a page's
 * `main`, with its `h1`; the models are narrowed to what was chosen.
 */
export function drawBrowse(catalogue: Catalogue, question: Question, chosen: Chosen): Html {
  const words = phrases[question.language].browse;
  const sections = [
    ["models", words.models.heading],
    ["terms", words.terms.heading],
    ["claims", words.claims.heading],
    ["timeline", words.timeline.heading],
  ] as const;
  return html`<div class="browse">
    ${markShapes()}
    <h1>${words.title}</h1>
    <p class="lead">${words.intro}</p>
    <nav class="contents" aria-label="${words.contents}">
      <ul>
        ${sections.map(([id, heading]) => html`<li><a href="#${id}">${heading}</a></li>`)}
      </ul>
    </nav>
    ${drawModels(catalogue, question, chosen)} ${drawTerms(catalogue, question)}
    ${drawClaims(catalogue, question)} ${drawEvents(catalogue, question)}
  </div>`;
}
