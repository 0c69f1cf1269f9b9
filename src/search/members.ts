import type { EntryKey } from "../chat.ts";
import type { Entry } from "../knowledge/knowledge.ts";
import type { Scored } from "./score.ts";

/** Where a model is named in full its family is not meant: "openai gpt-oss" is gpt-oss. */
export function membersFirst(
  scored: readonly Scored[],
  entryAt: (at: number) => Entry | undefined,
  familyBesideMember: number,
): readonly Scored[] {
  const reached = new Map<EntryKey, number>();
  for (const { entry, whole, score } of scored) {
    const record = entryAt(entry);
    if (!whole || record?.type !== "model") continue;
    const family: EntryKey = `family:${record.family}`;
    reached.set(family, Math.max(score, reached.get(family) ?? 0));
  }
  return scored.map((one) => {
    const record = entryAt(one.entry);
    const member = record?.type === "family" ? reached.get(`family:${record.id}`) : undefined;
    return member === undefined ? one : { ...one, score: Math.min(one.score, member * familyBesideMember) };
  });
}
