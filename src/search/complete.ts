import { languages, type EntryKey, type EntryKind, type Language } from "../chat.ts";
import { fold } from "../knowledge/fold.ts";
import { entryKey, nameOf, namesOf, type Entry, type Knowledge } from "../knowledge/knowledge.ts";
import { slipsToBegin } from "./slips.ts";
import { namesIn } from "./spoken.ts";

const mostChoices = 25;
const longestTyped = 60;
/** Fewer letters are inside too many words. */
const shortestInside = 3;
/** Fewer letters become too many words by a slip. */
const shortestMistyped = 4;
/** With so many choices nobody needs to be asked whether a slip was made. */
const enough = 3;

/** Entries that what has been typed so far may become, best first, at most 25; all are equal while nothing is typed. */
export type Complete = (
  typed: string,
  kinds: readonly EntryKind[],
  language: Language,
) => readonly EntryKey[];

interface Name {
  readonly text: string;
  readonly joined: string;
  /** Where its words begin, each with all that follows. */
  readonly tails: readonly string[];
  /** None: the name is the same in all languages. */
  readonly language: Language | undefined;
}

interface Named {
  readonly key: EntryKey;
  readonly type: EntryKind;
  readonly names: readonly Name[];
  /** What is shown for it, folded. */
  readonly labels: Readonly<Record<Language, string>>;
}

/** Smaller is better. */
interface Fit {
  readonly key: EntryKey;
  readonly rank: number;
  readonly isShown: boolean;
  readonly length: number;
}

/** Ranks by how a name has what is typed: is it, begins with it, has a word that does, has it inside a word. */
export function createComplete(knowledge: Knowledge): Complete {
  let all: readonly Named[] | undefined;
  return (typed, kinds, language) => {
    // Built on first use: a process that answers one command completes nothing.
    all ??= [...knowledge.entries.values()].map(namedOf);
    const fitting = all.filter(({ type }) => kinds.includes(type));
    const text = fold(typed.slice(0, longestTyped));
    if (text === "") return fitting.slice(0, mostChoices).map(({ key }) => key);
    const joined = text.replaceAll(" ", "");
    const having = best(fitting, text, language, (name) => howItHas(name, text, joined));
    if (having.length >= enough || joined.length < shortestMistyped) return having.slice(0, mostChoices);
    const mistyped = best(fitting, text, language, ({ tails }) => slipsToBegin(text, tails));
    return [...new Set([...having, ...mistyped])].slice(0, mostChoices);
  };
}

function howItHas({ text: name, joined: letters }: Name, text: string, joined: string): number | undefined {
  if (letters === joined) return 0;
  if (name.startsWith(text)) return 1;
  // "grok4" for "Grok 4 Fast"
  if (name.includes(` ${text}`) || letters.startsWith(joined)) return 2;
  return text.length >= shortestInside && name.includes(text) ? 3 : undefined;
}

/** Equally good ones: the reader's language first, then what shows the text, then the name of which most is typed. */
function best(
  named: readonly Named[],
  text: string,
  language: Language,
  rankOf: (name: Name) => number | undefined,
): readonly EntryKey[] {
  return named
    .flatMap(({ key, names, labels }) => {
      const isShown = labels[language].includes(text);
      const fits = names.flatMap((name): readonly Fit[] => {
        const rank = rankOf(name);
        if (rank === undefined) return [];
        const isForeign = name.language !== undefined && name.language !== language;
        return [{ key, rank: 2 * rank + (isForeign ? 1 : 0), isShown, length: name.text.length }];
      });
      return fits.toSorted(byRank).slice(0, 1);
    })
    .toSorted(byRank)
    .map(({ key }) => key);
}

function byRank(a: Fit, b: Fit): number {
  return a.rank - b.rank || Number(b.isShown) - Number(a.isShown) || a.length - b.length;
}

function namedOf(entry: Entry): Named {
  const names = new Map<string, Name>();
  const add = (spelling: string, language?: Language) => {
    const text = fold(spelling);
    const isShared = names.has(text) && names.get(text)?.language !== language;
    const tails = text.split(" ").map((_, at, words) => words.slice(at).join(" "));
    const joined = text.replaceAll(" ", "");
    names.set(text, { text, joined, tails, language: isShared ? undefined : language });
  };
  for (const language of languages) {
    for (const spelling of namesIn(entry, language)) add(spelling, language);
  }
  const { strong, weak } = namesOf(entry);
  for (const spelling of [...strong, ...weak]) if (!names.has(fold(spelling))) add(spelling);
  return {
    key: entryKey(entry),
    type: entry.type,
    names: [...names.values()],
    labels: { en: fold(nameOf(entry, "en")), de: fold(nameOf(entry, "de")) },
  };
}
