import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isMap, isSeq, LineCounter, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";
import type { EntryKey, Language } from "../chat.ts";

/** What was written, and where. */
export interface Written {
  /** As a path below the folder, "terms/weights.yaml". */
  readonly file: string;
  readonly line: number;
}

/**
 * Adds a way to ask for an entry to its YAML, and touches nothing else in the file: an alias, or for entries that have only
 * questions, one of those.
 * @throws {Error} when there is no such entry, or no list to add to.
 */
export function addAlias(knowledge: string, key: EntryKey, text: string, language: Language): Written {
  for (const file of filesFor(key, knowledge)) {
    const whole = readFileSync(path.join(knowledge, file), "utf8");
    const counter = new LineCounter();
    const { contents } = parseDocument(whole, { lineCounter: counter });
    const entry = isMap(contents) ? entryIn(contents, key, file) : undefined;
    if (entry === undefined) continue;
    const list = listIn(entry, "aliases", language) ?? listIn(entry, "questions", language);
    if (list === undefined) throw new Error(`${key}: there is no list of aliases or questions in ${file}`);
    const { at, added } = insertion(list, text, whole);
    writeFileSync(path.join(knowledge, file), whole.slice(0, at) + added + whole.slice(at));
    return { file, line: counter.linePos(at).line + (added.startsWith("\n") ? 1 : 0) };
  }
  throw new Error(`${key}: there is no such entry`);
}

function filesFor(key: EntryKey, knowledge: string): readonly string[] {
  const folder = { model: "models", family: "models", term: "terms", claim: undefined }[kindOf(key)];
  return folder === undefined
    ? ["claims.yaml"]
    : readdirSync(path.join(knowledge, folder)).map((name) => `${folder}/${name}`);
}

function kindOf(key: EntryKey): "model" | "family" | "term" | "claim" {
  const [kind] = key.split(":", 1);
  return kind === "model" || kind === "family" || kind === "term" ? kind : "claim";
}

/** A family is its whole file; everything else stands in one of its lists. */
function entryIn(file: YAMLMap, key: EntryKey, name: string): YAMLMap | undefined {
  const id = key.slice(key.indexOf(":") + 1);
  if (kindOf(key) === "family") return path.basename(name, ".yaml") === id ? file : undefined;
  const lists = file.items.flatMap(({ value }) => (isSeq(value) ? value.items : []));
  return lists.filter(isMap).find((one) => one.get("id") === id);
}

function listIn(entry: YAMLMap, name: string, language: Language): YAMLSeq | undefined {
  const found = entry.get(name);
  const list = isMap(found) ? found.get(language) : found;
  return isSeq(list) && list.items.length > 0 ? list : undefined;
}

/** As another item in the style of the list. */
function insertion(list: YAMLSeq, text: string, whole: string) {
  const item =
    /^[\p{L}\p{N}][\p{L}\p{N} .-]*$/u.test(text) && !/^[\d.-]+$/.test(text) ? text : JSON.stringify(text);
  const last = list.items.at(-1);
  const range = isNode(last) ? last.range : undefined;
  const at = range?.[1] ?? 0;
  if (list.flow === true) return { at, added: `, ${item}` };
  const lineStart = whole.lastIndexOf("\n", range?.[0] ?? 0) + 1;
  const indent = /^\s*/.exec(whole.slice(lineStart))?.[0] ?? "";
  return { at, added: `\n${indent}- ${item}` };
}

function isNode(value: unknown): value is { readonly range?: readonly [number, number, number] } {
  return typeof value === "object" && value !== null && "range" in value;
}
