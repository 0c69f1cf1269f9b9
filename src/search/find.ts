import { squeeze } from "../knowledge/fold.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { decide } from "./decide.ts";
import type { Find, Found } from "./finding.ts";
import { createNames } from "./names.ts";
import { createRank, type Rank } from "./rank.ts";
import { settings as standard, type Settings } from "./settings.ts";
import { thresholds as measured, type Thresholds } from "./thresholds.ts";

export type { Find, Finding, Scope } from "./finding.ts";

/** A name in full is worth more than anything that is only like it. */
const scoreOfName = 1.2;
/** No name is longer. */
const longestName = 100;

/** Makes the search of a knowledge: from a text to the entries it asks about, and how sure that is. */
export function createFind(
  knowledge: Knowledge,
  settings: Settings = standard,
  thresholds: Thresholds = measured,
): Find {
  const entries = [...knowledge.entries];
  const names = createNames(knowledge);
  let rank: Rank | undefined;

  return (text, scope = {}) => {
    // A name that is only mentioned in a channel is no question.
    const named = scope.overheard === true || text.length > longestName ? [] : names.exact(squeeze(text));
    const found = named.flatMap(({ entry, text: phrase }): Found | readonly never[] => {
      const [key, record] = entries[entry] ?? [];
      if (key === undefined || record === undefined || scope.kinds?.includes(record.type) === false)
        return [];
      return { key, score: scoreOfName, why: { phrase, corrected: [], unknown: [] } };
    });
    if (found.length > 0) return decide({ found, together: false, open: true }, scope, thresholds);
    // Built on first use: a name in full needs none of it.
    rank ??= createRank(knowledge, names, settings);
    const ranking = rank(text, scope);
    return decide(ranking, scope, ranking.chance === true ? withoutSuggesting(thresholds) : thresholds);
  };
}

function withoutSuggesting({ asked, ...others }: Thresholds): Thresholds {
  return { ...others, asked: { ...asked, suggest: asked.answer } };
}
