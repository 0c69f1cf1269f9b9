import { compare } from "../compare.ts";

/** Where something stands in a file: `["models", 0, "dims", "weights"]`. */
export type Path = readonly (string | number)[];

/** What a curator has to correct. */
export interface Fault {
  /** `knowledge/models/grok.yaml` */
  readonly file: string;
  readonly line: number;
  /** Relative to the entry; empty for the file as a whole. */
  readonly path: string;
  readonly entry: string | undefined;
  /** What is wrong; what to do. */
  readonly words: string;
}

/** A file of `knowledge/`, as far as it could be read. */
export interface Page {
  readonly file: string;
  readonly data: unknown;
  /** Line of a value, or of the record in which it is missing. */
  lineOf(path: Path): number;
  lineOfKey(path: Path): number;
  /** How a value is written that YAML did not read as a text: `1.10`. */
  written(path: Path): string | undefined;
}

/** Entries stand in these; a fault is told relative to its entry, whose id says more than its position. */
const collections = new Set([
  "models",
  "terms",
  "claims",
  "developments",
  "timeline",
  "licences",
  "sources",
  "conflicts",
]);

/** @param words What is wrong; what to do. */
export function faultAt(page: Page, path: Path, words: string, line = page.lineOf(path)): Fault {
  const inEntry = path.length > 2 && collections.has(String(path[0]));
  return {
    file: page.file,
    line,
    path: printPath(inEntry ? path.slice(2) : path),
    entry: inEntry ? entryAt(page, path) : undefined,
    words,
  };
}

/** The id of the entry that a path leads into; the date for events, which have no id. */
export function entryAt(page: Page, path: Path): string {
  const key = path[1];
  if (typeof key === "string") return key;
  const entry = at(page.data, path.slice(0, 2));
  const id = at(entry, ["id"]) ?? at(entry, ["date"]);
  return typeof id === "string" ? id : `no. ${Number(key) + 1}`;
}

/** The value at a path, or undefined. */
export function at(data: unknown, path: Path): unknown {
  return path.reduce((value: unknown, key) => (isRecord(value) ? value[key] : undefined), data);
}

/** Lists count too: their keys are numbers. */
export function isRecord(value: unknown): value is Readonly<Record<string | number, unknown>> {
  return typeof value === "object" && value !== null;
}

/** `knowledge/models/grok.yaml:14 dims.weights.source: no source "x" (grok-1); use …`, by file and line. */
export function printFaults(faults: readonly Fault[]): readonly string[] {
  const sorted = faults.toSorted(
    (a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.path, b.path),
  );
  return [...new Set(sorted.map(printFault))];
}

function printFault({ file, line, path, entry, words }: Fault): string {
  const [problem, ...remedy] = words.split("; ");
  const about = entry === undefined ? problem : `${problem} (${entry})`;
  const subject = path === "" ? "" : `${path}: `;
  return `${file}:${line} ${subject}${[about, ...remedy].join("; ")}`;
}

function printPath(path: Path): string {
  return path.reduce<string>((shown, key) => {
    if (typeof key === "number") return `${shown}[${key}]`;
    return shown === "" ? key : `${shown}.${key}`;
  }, "");
}
