import { LineCounter, parseDocument } from "yaml";
import { faultAt, type Fault, type Page, type Path } from "./faults.ts";
import { pageOf, placesOf } from "./places.ts";
import { mostKeys, mostNested, survey } from "./tokens.ts";
import { isHarmless, isNoticedLate, tagged, withoutEchoes, wordsFor } from "./yaml-words.ts";

export interface Reading {
  readonly page: Page;
  /** False when the structure of the text cannot be trusted. */
  readonly usable: boolean;
  readonly faults: readonly Fault[];
}

const tooDeep = `is nested deeper than ${mostNested} levels; make it flatter`;
const tooMany = `is one of more than ${mostKeys} keys; split the file`;
const commented =
  'is followed by a comment; put text with " #" in quotes, and comments on a line of their own';

/** Reads YAML that keeps to what curators need: records, lists and scalars, with comments on lines of their own. */
export function readYaml(file: string, text: string): Reading {
  const { comments, tooDeepAt, tooManyAt } = survey(text);
  const end = tooDeepAt ?? tooManyAt;
  if (end !== undefined) {
    const page = pageOf(file, undefined, []);
    const line = text.slice(0, end).split("\n").length;
    return {
      page,
      usable: false,
      faults: [faultAt(page, [], tooDeepAt === undefined ? tooMany : tooDeep, line)],
    };
  }
  const lines = new LineCounter();
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
  });
  const { data, places } = placesOf(document.contents, lineAt);
  const page = pageOf(file, data, places);
  const problems = [...document.errors, ...document.warnings];
  const pathBefore = (offset: number): Path => places.findLast(({ start }) => start <= offset)?.path ?? [];

  const faults = [
    ...withoutEchoes(problems, ({ pos }) => lineAt(pos[0])).map((problem) => {
      const isLate = isNoticedLate(problem);
      const path = pathBefore(problem.pos[0] - (isLate ? 1 : 0));
      const line = isLate ? page.lineOf(path) : lineAt(problem.pos[0]);
      return faultAt(page, path, wordsFor(problem), line);
    }),
    ...comments.map((offset) => faultAt(page, pathBefore(offset), commented, lineAt(offset))),
    ...places.filter((place) => place.marked).map(({ path, line }) => faultAt(page, path, tagged, line)),
  ];
  return { page, usable: problems.every(isHarmless), faults };
}
