import { createHash } from "node:crypto";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { namesOf } from "../knowledge/knowledge.ts";
import type { Limits } from "./finding.ts";
import { textsOf } from "./phrase-index.ts";
import { settings } from "./settings.ts";
import measured from "./thresholds.json" with { type: "json" };

export interface Thresholds {
  readonly asked: Required<Limits>;
  readonly overheard: Limits;
  /** What they were measured on. */
  readonly measuredOn: string;
}

/** Written by `npm run eval -- --calibrate`. */
export const thresholds: Thresholds = measured;

/** Changes with everything that scores depend on: the texts that are searched, the word lists, the settings. */
export function fingerprintOf({ entries, stopwords, synonyms }: Knowledge): string {
  const searched = [...entries].map(([key, entry]) => [key, namesOf(entry), entry.questions, textsOf(entry)]);
  return createHash("sha256")
    .update(JSON.stringify([settings, stopwords, synonyms, searched]))
    .digest("hex")
    .slice(0, 16);
}

/** Whether the thresholds were measured on this knowledge; if not, answers may be less sure than they seem. */
export function thresholdsFit(knowledge: Knowledge): boolean {
  return thresholds.measuredOn === fingerprintOf(knowledge);
}
