import type { Files } from "../../src/knowledge/check/layout.ts";
import { readKnowledge } from "../../src/knowledge/check/read.ts";

/** A change of one file. */
export interface Edit {
  readonly file: string;
  /** The first place where this stands; an empty text is the end of the file. */
  readonly replace: string;
  readonly by: string;
}

/** An edit and the one line that the check prints for it. */
export interface Slip extends Edit {
  readonly name: string;
  /** The line that is reported, counted from the first line of the edit; 0 unless told. */
  readonly below?: number;
  /** What the printed line says behind file and line number; the words may go on. */
  readonly says: string;
}

export function textOf(file: string, files: Files): string {
  const bytes = files.get(file);
  if (bytes === undefined) throw new Error(`there is no knowledge/${file}`);
  return new TextDecoder().decode(bytes);
}

/** A copy in which all of that is changed. */
export function edit(files: Files, edits: readonly Edit[]): Map<string, Uint8Array> {
  const edited = new Map(files);
  for (const { file, replace, by } of edits) {
    const text = textOf(file, edited);
    const start = placeOf(replace, text);
    edited.set(file, Buffer.from(text.slice(0, start) + by + text.slice(start + replace.length)));
  }
  return edited;
}

/** What the check prints. */
export function faultsOf(files: Files): readonly string[] {
  const outcome = readKnowledge(files);
  return outcome.library === undefined ? outcome.faults : [];
}

/** `knowledge/models/birch.yaml:14 name: is missing` */
export function expected({ file, replace, below = 0, says }: Slip, files: Files): string {
  const text = textOf(file, files);
  const line = text.slice(0, placeOf(replace, text)).split("\n").length + below;
  return `knowledge/${file}:${line} ${says}`;
}

function placeOf(part: string, text: string): number {
  const start = part === "" ? text.length : text.indexOf(part);
  if (start < 0) throw new Error(`the file does not contain ${JSON.stringify(part)}`);
  return start;
}
