import { CST, Lexer } from "yaml";

/** Levels of two columns each. The data have six; YAML's parser recurses and gives up, or dies, on thousands. */
export const mostNested = 12;
/** The largest file has a third. YAML's parser compares each key with all others: 20,000 of them took ten seconds. */
export const mostKeys = 8_000;

export interface Survey {
  /** Where a comment stands behind something else. YAML drops it in silence, also when it was meant as text. */
  readonly comments: readonly number[];
  /** Where it first gets too deep to parse. */
  readonly tooDeepAt?: number;
  /** Where there get to be too many keys to parse. */
  readonly tooManyAt?: number;
}

const openers = new Set<string | null>(["flow-map-start", "flow-seq-start"]);
const closers = new Set<string | null>(["flow-map-end", "flow-seq-end"]);
const indicators = new Set<string | null>(["seq-item-ind", "explicit-key-ind"]);
// Marks that the lexer puts between the pieces of the text; they have no length in it.
const marks = new Set<string>([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

/** Looks over a text before it is parsed. Needs no valid YAML. */
export function survey(text: string): Survey {
  const comments: number[] = [];
  let offset = 0;
  let open = 0;
  let keys = 0;
  let indent = 0;
  let onLine = 0;
  let lineIsEmpty = true;
  for (const token of new Lexer().lex(text)) {
    if (marks.has(token)) continue;
    const type = CST.tokenType(token);
    if (token.endsWith("\n")) {
      [lineIsEmpty, indent, onLine] = [true, 0, 0];
    } else if (type === "space" && lineIsEmpty) {
      indent = token.length;
    } else {
      if (type === "comment" && !lineIsEmpty) comments.push(offset);
      if (openers.has(type)) open += 1;
      if (closers.has(type)) open -= 1;
      if (indicators.has(type)) onLine += 1;
      if (type === "map-value-ind") keys += 1;
      if (keys > mostKeys) return { comments, tooManyAt: offset };
      if (indent / 2 + open + onLine > mostNested) return { comments, tooDeepAt: offset };
      lineIsEmpty = false;
    }
    offset += token.length;
  }
  return { comments };
}
