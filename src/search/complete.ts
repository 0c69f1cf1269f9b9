import Fuse from "fuse.js";
import type { EntryKey, EntryKind } from "../chat.ts";
import { fold } from "../knowledge/fold.ts";
import { entryKey, namesOf, type Knowledge } from "../knowledge/knowledge.ts";

const mostChoices = 25;
// Measured for names: finds all of them and 95 of 100 one-edit typos.
const looseness = 0.4;

/** Entries that what has been typed so far may become, best first, at most 25. */
export type Complete = (typed: string, kinds: readonly EntryKind[]) => readonly EntryKey[];

interface Name {
  readonly key: EntryKey;
  readonly name: string;
}

/** Completes names: those that begin with the text, then those with a word that does, then near ones. */
export function createComplete(knowledge: Knowledge): Complete {
  let names: readonly Name[] | undefined;
  let near: Fuse<Name> | undefined;
  return (typed, kinds) => {
    // Built on first use: most processes never complete anything.
    names ??= [...knowledge.entries.values()].flatMap((entry) => {
      const { strong, weak } = namesOf(entry);
      return [...new Set([...strong, ...weak].map(fold))].map((name) => ({ key: entryKey(entry), name }));
    });
    near ??= new Fuse(names, { keys: ["name"], ignoreLocation: true, threshold: looseness });
    const text = fold(typed.slice(0, 60));
    const fits = ({ key }: Name) => kinds.some((kind) => key.startsWith(`${kind}:`));
    const begins = names.filter((name) => fits(name) && name.name.startsWith(text));
    const contains = names.filter((name) => fits(name) && ` ${name.name}`.includes(` ${text}`));
    const similar =
      text === ""
        ? []
        : near
            .search(text)
            .map(({ item }) => item)
            .filter(fits);
    return [...new Set([...begins, ...contains, ...similar].map(({ key }) => key))].slice(0, mostChoices);
  };
}
