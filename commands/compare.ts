import { compareCard, isComparable, type Compared } from "../src/cards/compare.ts";
import { contextOf, entryChoices, openEntry, type Lookup } from "../src/cards/context.ts";
import { pairCard } from "../src/cards/pair.ts";
import { usageCard } from "../src/cards/usage.ts";
import type { Command, EntryKey, Option } from "../src/chat.ts";
import { echo } from "../src/cards/guess.ts";
import { namesOf } from "../src/knowledge/knowledge.ts";
import { phrases } from "../src/phrases.ts";

const kinds = ["model", "family"] as const;
const most = 5;
/** Characters. Each name that is not known costs a search, and a list of names is no story. */
const longestRead = 1_000;

/** Two to five models side by side. */
export function compare(lookup: Lookup): Command {
  return {
    name: "compare",
    aliases: ["vergleich", "vergleiche"],
    describe: { en: "Compare two to five models", de: "Zwei bis fünf Modelle vergleichen" },
    example: { en: "grok-1, olmo 2", de: "grok-1, olmo 2" },
    options: ["first", "second", "third", "fourth", "fifth"].map((name, index): Option => ({
      name,
      describe: { en: `Model ${index + 1}`, de: `Modell ${index + 1}` },
      required: index < 2,
    })),
    run(request) {
      const context = contextOf(lookup, request);
      const { found, readings, missing } = read(lookup, request.text);
      const words = phrases[request.language];
      const notes = [
        ...readings.map(([typed, name]) => words.guess.read(typed, name)),
        ...(found.length > most ? [words.compare.tooMany] : []),
        ...(missing.length > 0 ? [words.compare.notFound(missing.join(", "))] : []),
      ];
      const chosen = found.slice(0, most);
      if (chosen.length >= 2) return compareCard(context, chosen, notes);
      // Two terms can be told apart as well.
      const [first, second] = lookup
        .mentions(request.text, ["term"], { named: true })
        .keys.flatMap((key) => lookup.knowledge.entries.get(key) ?? []);
      if (first !== undefined && second !== undefined) return pairCard(context, first, second);
      return usageCard(
        request.language,
        words.compare.usage,
        [...notes, words.compare.usageText].join(" "),
        chosen.map((entry) => openEntry(entry, request.language)),
      );
    },
    // Completes the model that is being typed, behind the last comma.
    suggest: (request) =>
      entryChoices(lookup, { ...request, text: request.text.split(",").at(-1)?.trim() ?? "" }, kinds),
  };
}

const joints = /,|;|\b(?:vs?\.?|versus|and|or|with|und|oder|mit|gegen)\b/giu;

interface Names {
  readonly found: readonly Compared[];
  /** Misspelt names, and what they were read as. */
  readonly readings: readonly (readonly [typed: string, name: string])[];
  readonly missing: readonly string[];
}

/**
 * Reads names joined by commas, by words such as "vs" or "oder", or only by spaces; misspelt ones are looked up. Of what is
 * read otherwise or not known, as many are said as can be compared: more would not fit a card.
 */
function read({ find, mentions, knowledge }: Lookup, text: string): Names {
  const found = new Set<Compared>();
  const readings = new Map<string, string>();
  const missing = new Set<string>();
  const comparable = (key: EntryKey | undefined): Compared | undefined => {
    const entry = key === undefined ? undefined : knowledge.entries.get(key);
    return entry !== undefined && isComparable(entry) ? entry : undefined;
  };
  for (const piece of text.slice(0, longestRead).split(joints)) {
    const { keys, rest } = mentions(piece, kinds, { named: true });
    for (const key of keys) {
      const entry = comparable(key);
      if (entry !== undefined) found.add(entry);
    }
    for (const run of rest) {
      const { found: near, limits } = find(run, { kinds, named: true });
      const [best] = near;
      const entry = comparable(best?.key);
      // Only a name counts here, not a question about a model; a runner-up is no obstacle, since the reading is shown.
      const isRead = best !== undefined && best.score >= limits.answer && isName(entry, best.why.phrase);
      if (entry === undefined || !isRead) missing.add(echo(run));
      else {
        found.add(entry);
        readings.set(echo(run), entry.name);
      }
    }
  }
  return {
    found: [...found],
    readings: [...readings].slice(0, most),
    missing: [...missing].slice(0, most),
  };
}

function isName(entry: Compared | undefined, phrase: string): boolean {
  if (entry === undefined) return false;
  const { strong, weak } = namesOf(entry);
  return strong.includes(phrase) || weak.includes(phrase);
}
