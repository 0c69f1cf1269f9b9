import type { Catalogue, CatalogueModel } from "../../../catalogue.ts";
import { states } from "../../../chat.ts";
import { phrases } from "../../../phrases.ts";
import { html, type Html } from "../../html.ts";
import { askAddress, type Chosen, modelsAddress } from "./address.ts";
import { narrow } from "./filter.ts";
import { drawFilters } from "./filters.ts";
import { drawMark } from "./mark.ts";
import type { Question } from "../question.ts";
import { drawTable } from "../table.ts";

/** The models by part and state, narrowed to what was chosen. */
export function drawModels(catalogue: Catalogue, question: Question, chosen: Chosen): Html {
  const words = phrases[question.language].browse.models;
  const shown = narrow(catalogue.models, chosen);
  return html`<section id="models" aria-labelledby="models-heading">
    <h2 id="models-heading">${words.heading}</h2>
    <p class="intro">${words.intro} ${catalogue.asOf}</p>
    ${drawLegend(question)} ${drawVerdicts(catalogue, question, chosen)}
    ${drawFilters(catalogue, question, chosen)}
    <p class="shown">
      <strong>${words.shown(shown.length, catalogue.models.length)}</strong>
      ${shown.length === 0 ? words.none : undefined}
      ${
        Object.keys(chosen).length === 0
          ? undefined
          : html`<a href="${modelsAddress({}, question)}">${words.reset}</a>`
      }
    </p>
    ${shown.length === 0 ? undefined : drawList(catalogue, question, shown)}
  </section>`;
}

function drawLegend(question: Question): Html {
  const words = phrases[question.language];
  return html`<dl class="legend" aria-label="${words.browse.models.legend}">
    ${states.map(
      (mark) =>
        html`<div>
          <dt>${drawMark({ mark, text: words.states[mark] })}</dt>
          <dd>${words.browse.models.meanings[mark]}</dd>
        </div>`,
    )}
  </dl>`;
}

/** How many models there are of each verdict, as a way to them. */
function drawVerdicts({ choices, models }: Catalogue, question: Question, chosen: Chosen): Html {
  const words = phrases[question.language].browse.models;
  return html`<h3 id="verdicts-heading">${words.overview}</h3>
    <ul class="verdicts" aria-labelledby="verdicts-heading">
      ${choices.label.map(({ id, name }) => {
        const those = models.filter(({ label }) => label.id === id);
        const mark = those[0]?.label.cell.mark;
        return html`<li>
          <a
            href="${modelsAddress({ label: id }, question)}"
            ${chosen.label === id ? html`aria-current="true"` : undefined}
            >${drawMark(mark === undefined ? { text: name } : { mark, text: name })}
            <span class="count">${those.length}</span></a
          >
        </li>`;
      })}
    </ul>`;
}

function drawList({ parts }: Catalogue, question: Question, models: readonly CatalogueModel[]): Html {
  const { caption, columns, region } = phrases[question.language].browse.models;
  return drawTable({
    kind: "scroll models",
    label: region,
    caption,
    head: [columns.model, columns.label, ...parts, columns.licence, columns.date],
    rows: models.map((model) => drawRow(model, question)),
  });
}

function drawRow(
  { name, vendor, label, licence, date, cells, ask }: CatalogueModel,
  question: Question,
): Html {
  return html`<tr>
    <th scope="row">
      <a href="${askAddress(ask, question)}">${name}</a> <span class="vendor">${vendor.name}</span>
    </th>
    <td class="verdict">${drawMark(label.cell)}</td>
    ${cells.map((cell) => html`<td>${drawMark(cell)}</td>`)}
    <td class="licence">${licence.name}</td>
    <td class="date">${date}</td>
  </tr>`;
}
