import { scorecardOf } from "../../src/cards/scorecard.ts";
import { type Language, languages, type Scorecard } from "../../src/chat.ts";
import type { Model } from "../../src/knowledge/knowledge.ts";
import { knowledge } from "../chat.ts";

/** A day on which all evidence is old, so that the warning is there as well. */
const today = "2036-11-22";

export function scorecard(models: readonly Model[], language: Language): Scorecard {
  return scorecardOf({ knowledge, language, today }, models);
}

/** The five models that take most words. */
export function longest(language: Language): Scorecard {
  const length = (model: Model) => scorecard([model], language).alt.length;
  const models = [...knowledge.models.values()].toSorted((a, b) => length(b) - length(a));
  return scorecard(models.slice(0, 5), language);
}

/** Every picture that an entry has, and the longest comparison. */
export const everyScorecard: readonly (readonly [name: string, scorecard: Scorecard])[] = languages.flatMap(
  (language) => [
    ...[...knowledge.families.values()].map(
      ({ id, members }) => [`${id} in ${language}`, scorecard(members, language)] as const,
    ),
    ...[...knowledge.models.values()].map(
      (model) => [`${model.id} in ${language}`, scorecard([model], language)] as const,
    ),
    [`the longest in ${language}`, longest(language)] as const,
  ],
);
