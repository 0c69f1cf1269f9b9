import type { Ask, Reply } from "../chat.ts";
import type { Entry } from "../knowledge/knowledge.ts";
import { phrases } from "../phrases.ts";
import type { Finding } from "../search/find.ts";
import { claimCard } from "./claim.ts";
import { compareCard, isComparable } from "./compare.ts";
import type { Context } from "./context.ts";
import { daily } from "./daily.ts";
import { familyCard } from "./family.ts";
import { noneCard, suggestCard } from "./guess.ts";
import { modelCard } from "./model.ts";
import { pairCard } from "./pair.ts";
import { termCard } from "./term.ts";

// The answer and what else might be meant: three in all.
const mostOthers = 3;

/** The reply to what the search made of a text: an entry, two of them, a question back, or an honest no. */
export function answerCard(context: Context, ask: Ask, finding: Finding): Reply {
  const [first, second] = finding.found.flatMap(({ key }) => context.knowledge.entries.get(key) ?? []);
  if (finding.band === "suggest" && first !== undefined) return suggestCard(context, ask, finding);
  if (finding.band !== "answer" || first === undefined) return noneCard(context, finding);
  if (finding.together && second !== undefined) return bothCard(context, first, second);
  const others = finding.found.slice(1, mostOthers).map(({ key }) => key);
  const reply = usualCard(context, first);
  return withReading(context, others.length === 0 ? reply : { ...reply, others }, finding);
}

/** The same for everyone all day long, so it is made once. */
const usualCard = daily<Entry, Reply>((context, entry) => ({ ...entryCard(context, entry), others: [] }));

/** The card of any entry. */
function entryCard(context: Context, entry: Entry): Reply {
  switch (entry.type) {
    case "model":
      return modelCard(context, entry);
    case "family":
      return familyCard(context, entry);
    case "term":
      return termCard(context, entry);
    case "claim":
      return claimCard(context, entry);
  }
}

function bothCard(context: Context, first: Entry, second: Entry): Reply {
  return isComparable(first) && isComparable(second)
    ? compareCard(context, [first, second], [])
    : pairCard(context, first, second);
}

// People should see when they were understood to mean something else than they typed.
function withReading({ language }: Context, reply: Reply, finding: Finding): Reply {
  const corrected = finding.found[0]?.why.corrected ?? [];
  const notes = [...new Set(corrected.map(([typed, read]) => phrases[language].guess.read(typed, read)))];
  return notes.length === 0 ? reply : { ...reply, text: [...notes, reply.text].join(" ") };
}
