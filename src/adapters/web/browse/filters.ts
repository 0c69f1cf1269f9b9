import { type Catalogue, modelFilters, type ModelFilter } from "../../../catalogue.ts";
import { phrases } from "../../../phrases.ts";
import { html, type Html } from "../../html.ts";
import type { Chosen } from "./address.ts";
import type { Question } from "../question.ts";

/** A form that narrows the models; it needs no script. */
export function drawFilters(catalogue: Catalogue, question: Question, chosen: Chosen): Html {
  const words = phrases[question.language].browse.models;
  return html`<form class="filters" method="get" action="/browse#models" aria-label="${words.filter}">
    <input type="hidden" name="lang" value="${question.language}" />
    <input type="hidden" name="theme" value="${question.theme}" />
    ${modelFilters.map((filter) => drawChoice(catalogue, question, chosen, filter))}
    <button type="submit">${words.submit}</button>
  </form>`;
}

function drawChoice({ choices }: Catalogue, question: Question, chosen: Chosen, filter: ModelFilter): Html {
  const words = phrases[question.language].browse.models;
  return html`<label class="choice">
    <span>${words.filters[filter]}</span>
    <select name="${filter}">
      <option value="">${words.any}</option>
      ${choices[filter].map(
        ({ id, name }) =>
          html`<option value="${id}" ${chosen[filter] === id ? html`selected` : undefined}>${name}</option>`,
      )}
    </select>
  </label>`;
}
