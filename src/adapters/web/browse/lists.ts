import type { Catalogue } from "../../../catalogue.ts";
import { phrases } from "../../../phrases.ts";
import { html, type Html } from "../../html.ts";
import { askAddress } from "./address.ts";
import type { Question } from "../question.ts";

/** All terms by group. */
export function drawTerms({ groups }: Catalogue, question: Question): Html {
  const words = phrases[question.language].browse.terms;
  const count = groups.reduce((sum, { terms }) => sum + terms.length, 0);
  return html`<section id="terms" aria-labelledby="terms-heading">
    <h2 id="terms-heading">${words.heading}</h2>
    <p class="intro">${words.intro(count)}</p>
    ${groups.map(
      ({ name, terms }) =>
        html`<h3>${name} <span class="count">${terms.length}</span></h3>
          <dl class="entries">
            ${terms.map(
              (term) =>
                html`<div>
                  <dt><a href="${askAddress(term.ask, question)}">${term.name}</a></dt>
                  <dd>${term.text}</dd>
                </div>`,
            )}
          </dl>`,
    )}
  </section>`;
}

/** All claims by their present status. */
export function drawClaims({ statuses }: Catalogue, question: Question): Html {
  const words = phrases[question.language].browse.claims;
  const count = statuses.reduce((sum, { claims }) => sum + claims.length, 0);
  return html`<section id="claims" aria-labelledby="claims-heading">
    <h2 id="claims-heading">${words.heading}</h2>
    <p class="intro">${words.intro(count)}</p>
    ${statuses.map(
      ({ word, claims }) =>
        html`<h3 class="status">${word} <span class="count">${claims.length}</span></h3>
          <dl class="entries">
            ${claims.map(
              (claim) =>
                html`<div>
                  <dt><a href="${askAddress(claim.ask, question)}">${claim.title}</a></dt>
                  <dd>${claim.text} <span class="where">${claim.paragraph}</span></dd>
                </div>`,
            )}
          </dl>`,
    )}
  </section>`;
}
