import { html, type Html } from "../html.ts";

interface Table {
  /** What the styles know it by. */
  readonly kind: string;
  /** Of the region in which it is scrolled, by the keyboard as well. */
  readonly label: string;
  readonly caption: string;
  readonly head: readonly (string | Html)[];
  readonly rows: readonly Html[];
}

/** A table that is wider than a phone, and whose columns are named to those who hear it. */
export function drawTable({ kind, label, caption, head, rows }: Table): Html {
  return html`<div class="${kind}" role="region" aria-label="${label}" tabindex="0">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${head.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}
