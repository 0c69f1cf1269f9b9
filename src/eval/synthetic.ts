import { entryKey, type Entry, type Knowledge, type Term } from "../knowledge/knowledge.ts";
import { wordsOf } from "../search/words.ts";

const syllables =
  "ba be bi bo bra bri da de di do dra fe fi flo ga ge gi glo gra ha he ka ke ki klo kra la le li lo ma me mi mo na ne no pa pe pi plo ra re ri ro sa se si so sta ste ta te ti tro va ve vi wa we wi za ze zu".split(
    " ",
  );
const ends = ["", "n", "r", "s", "t", "x", "l", "m"];

/** Grows the knowledge to so many entries. The same seed makes the same entries. */
export function grow(knowledge: Knowledge, size: number, seed = 1): Knowledge {
  const random = createRandom(seed);
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const common = [...knowledge.entries.values()].flatMap((entry) =>
    wordsOf(entry.questions?.en.join(" ") ?? ""),
  );
  const invented = () =>
    Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(syllables)).join("") + (pick(ends) ?? "");
  // Some words are in many names, as in life.
  const usual = Array.from({ length: 300 }, invented);
  const word = () => (random() < 0.2 ? (pick(usual) ?? "") : invented());
  const name = () => Array.from({ length: 1 + Math.floor(random() * 3) }, word).join(" ");
  const question = (subject: string) => [pick(common), subject, pick(common), word(), pick(common)].join(" ");

  const entries = new Map(knowledge.entries);
  for (let count = 1; entries.size < size; count += 1) {
    const term: Entry = syntheticTerm(`synthetic-${count}`, name(), [name(), name()], question);
    entries.set(entryKey(term), term);
  }
  return { ...knowledge, entries };
}

function syntheticTerm(
  id: string,
  name: string,
  aliases: readonly string[],
  question: (subject: string) => string,
): Term {
  const both = { en: question(name), de: question(name) };
  return {
    type: "term",
    group: "synthetic",
    id,
    term: { en: name, de: `${name}e` },
    aliases: { en: [...aliases], de: [] },
    questions: { en: [question(name), question(name)], de: [question(name), question(name)] },
    definition: both,
    related: [],
    source: "synthetic",
  };
}

/** Mulberry32: small, and enough for test data. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
