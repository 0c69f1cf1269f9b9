import { languages, type Language } from "../chat.ts";
import { fold } from "../knowledge/fold.ts";
import type { Spoken } from "./spoken.ts";
import { stem } from "./words.ts";

const longestRead = 500;

/** The language a text is written in, or nothing when its words do not tell: "grok 2" is neither. */
export type LanguageOf = (text: string) => Language | undefined;

/** A word, a name or the stem of a word, with the language that alone has it; none when both have. */
type Owners = ReadonlyMap<string, Language | undefined>;

/** Everyday words decide; when they do not, as in "offene Gewichte", what is said about the subject does. */
export function createLanguageOf(
  everyday: Readonly<Record<Language, string>>,
  spoken: () => Spoken,
): LanguageOf {
  let common: Owners | undefined;
  let subject: Subject | undefined;
  return (text) => {
    const read = text.slice(0, longestRead);
    // Read on first use, as is the rest: a process that answers one command is never spoken to.
    const owners = (common ??= ownersOf(
      { en: everyday.en.split(/\s+/u).map(fold), de: everyday.de.split(/\s+/u).map(fold) },
      [],
    ));
    // The "mit" of "mit-licence" is a name's.
    const typed = fold(read.replaceAll(/\S*\w-\w\S*/gu, "")).split(" ");
    // Nothing but names of models, such as "grok-1".
    if (
      read
        .trim()
        .split(/\s+/u)
        .every((word) => /\d/u.test(word))
    )
      return undefined;
    const byUmlauts = /[äöüß]/iu.test(read) ? "de" : undefined;
    return (
      majority([...typed.map((word) => owners.get(word)), byUmlauts]) ??
      majority(saidIn(fold(read).split(" "), (subject ??= subjectOf(spoken()))))
    );
  };
}

interface Subject {
  /** Whole names, and the words that they are made of. */
  readonly names: Owners;
  readonly words: Owners;
  readonly stems: Owners;
  readonly mostWords: number;
}

function subjectOf(spoken: Spoken): Subject {
  const names = { en: spoken.names.en.map(fold), de: spoken.names.de.map(fold) };
  const shared = spoken.shared.map(fold);
  const wordsIn = (all: readonly string[]) => all.flatMap((name) => name.split(" "));
  const en = wordsIn([...names.en, ...spoken.words.en.map(fold)]);
  const de = wordsIn([...names.de, ...spoken.words.de.map(fold)]);
  const any = wordsIn(shared);
  // "open source" stands in German names too.
  const borrowed = [...within(names.en, names.de), ...within(names.de, names.en)];
  const whole = ownersOf(names, [...shared, ...borrowed]);
  return {
    names: whole,
    words: ownersOf({ en, de }, any),
    stems: ownersOf({ en: en.map(stem), de: de.map(stem) }, any.map(stem)),
    mostWords: Math.max(1, ...[...whole.keys()].map((name) => name.split(" ").length)),
  };
}

/** The names of several words that are part of the other ones. */
function within(names: readonly string[], others: readonly string[]): readonly string[] {
  const runs = new Set(others.flatMap(runsIn));
  return names.filter((name) => runs.has(name));
}

/** All runs of several words. */
function runsIn(name: string): readonly string[] {
  const words = name.split(" ");
  const runs: string[] = [];
  for (let start = 0; start < words.length; start += 1)
    for (let end = start + 2; end <= words.length; end += 1) runs.push(words.slice(start, end).join(" "));
  return runs;
}

/** Takes the longest name at each place, so that "open source", said in both, says nothing of its words. */
function saidIn(
  typed: readonly string[],
  { names, words, stems, mostWords }: Subject,
): readonly (Language | undefined)[] {
  const said: (Language | undefined)[] = [];
  for (let at = 0; at < typed.length;) {
    let end = at + mostWords;
    const run = () => typed.slice(at, end).join(" ");
    while (end > at + 1 && !names.has(run())) end -= 1;
    const owners = [names, words].find((known) => known.has(run()));
    said.push(owners === undefined ? stems.get(stem(run())) : owners.get(run()));
    at = end;
  }
  return said;
}

function majority(said: readonly (Language | undefined)[]): Language | undefined {
  const count = (language: Language) => said.filter((one) => one === language).length;
  return languages.find((one) => languages.every((other) => other === one || count(one) > count(other)));
}

function ownersOf(only: Readonly<Record<Language, readonly string[]>>, shared: readonly string[]): Owners {
  const owners = new Map<string, Language | undefined>(shared.map((name) => [name, undefined]));
  for (const language of languages) {
    for (const name of only[language]) {
      owners.set(name, owners.has(name) && owners.get(name) !== language ? undefined : language);
    }
  }
  return owners;
}
