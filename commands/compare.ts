import { compareCard, isComparable, type Compared } from "../src/cards/compare.ts";
import { contextOf, entryChoices, openEntry, type Lookup } from "../src/cards/context.ts";
import { usageCard } from "../src/cards/usage.ts";
import type { Command, EntryKey, Option } from "../src/chat.ts";
import { echo } from "../src/cards/guess.ts";
import { phrases } from "../src/phrases.ts";

const kinds = ["model", "family"] as const;
const most = 5;

/** Two to five models side by side. */
export function compare(lookup: Lookup): Command {
  return {
    name: "compare",
    describe: { en: "Compare two to five models", de: "Zwei bis fünf Modelle vergleichen" },
    example: { en: "grok-1, olmo 2", de: "grok-1, olmo 2" },
    options: ["first", "second", "third", "fourth", "fifth"].map((name, index): Option => ({
      name,
      describe: { en: `Model ${index + 1}`, de: `Modell ${index + 1}` },
      required: index < 2,
    })),
    run(request) {
      const context = contextOf(lookup, request);
      const { found, missing } = read(lookup, request.text);
      const words = phrases[request.language].compare;
      const notes = [
        ...(found.length > most ? [words.tooMany] : []),
        ...(missing.length > 0 ? [words.notFound(missing.join(", "))] : []),
      ];
      const chosen = found.slice(0, most);
      return chosen.length < 2
        ? usageCard(
            context.language,
            words.usage,
            [...notes, words.usageText].join(" "),
            chosen.map((entry) => openEntry(entry, context.language)),
          )
        : compareCard(context, chosen, notes);
    },
    // Completes the model that is being typed, behind the last comma.
    suggest: (request) =>
      entryChoices(lookup, { ...request, text: request.text.split(",").at(-1)?.trim() ?? "" }, kinds),
  };
}

const joints = /,|;|\b(?:vs?\.?|versus|and|or|with|und|oder|mit|gegen)\b/giu;

/** Reads names joined by commas, by words such as "vs" or "oder", or only by spaces; misspelt ones are looked up. */
function read(
  lookup: Lookup,
  text: string,
): { readonly found: readonly Compared[]; readonly missing: readonly string[] } {
  const found = new Set<Compared>();
  const missing: string[] = [];
  const add = (key: EntryKey | undefined): boolean => {
    const entry = key === undefined ? undefined : lookup.knowledge.entries.get(key);
    if (entry !== undefined && isComparable(entry)) found.add(entry);
    return entry !== undefined;
  };
  for (const piece of text.split(joints)) {
    const { keys, rest } = lookup.mentions(piece, kinds, { named: true });
    keys.forEach(add);
    for (const run of rest) {
      const { band, found: near } = lookup.find(run, { kinds, named: true });
      // The title shows what was read, so the likeliest reading will do.
      if (!add(band === "none" ? undefined : near[0]?.key)) missing.push(echo(run));
    }
  }
  return { found: [...found], missing };
}
