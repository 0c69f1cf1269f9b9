/** Markup. `html` makes it wherever a text comes in, so that none gets into a page unescaped. */
export interface Html {
  readonly markup: string;
}

type Piece = Html | string | number | undefined | readonly Piece[];

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Markup of a template, into which texts are put as texts. Attributes have to be quoted. */
export function html(template: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  const markup = pieces.map((piece, index) => write(piece) + (template[index + 1] ?? ""));
  return { markup: [template[0] ?? "", ...markup].join("") };
}

function write(piece: Piece): string {
  if (piece === undefined) return "";
  if (typeof piece === "string" || typeof piece === "number")
    return String(piece).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
  return isHtml(piece) ? piece.markup : piece.map(write).join("");
}

function isHtml(piece: Html | readonly Piece[]): piece is Html {
  return "markup" in piece;
}
