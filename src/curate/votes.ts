import type { Store } from "../store/store.ts";

type Votes = Awaited<ReturnType<Store["votes"]>>;

/** A line an entry, the most often rejected first: "term:fork  3 helpful, 2 not (outdated 1)". */
export function listVotes(votes: Votes): string {
  const entries = new Map<string, Map<string, number>>();
  for (const { entry, verdict, count } of votes) {
    const own = entries.get(entry) ?? new Map<string, number>();
    entries.set(entry, own.set(verdict, (own.get(verdict) ?? 0) + count));
  }
  if (entries.size === 0) return "No votes.";
  const against = (own: ReadonlyMap<string, number>) => own.get("unhelpful") ?? 0;
  return [...entries]
    .toSorted(([a, left], [b, right]) => against(right) - against(left) || (a < b ? -1 : 1))
    .map(([entry, own]) => {
      const why = [...own].filter(([verdict]) => verdict !== "helpful" && verdict !== "unhelpful");
      const reasons = why.map(([verdict, count]) => `${verdict} ${count}`).join(", ");
      return `${entry}  ${own.get("helpful") ?? 0} helpful, ${against(own)} not${reasons === "" ? "" : ` (${reasons})`}`;
    })
    .join("\n");
}
