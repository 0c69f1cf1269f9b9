import { faultAt, type Fault } from "./faults.ts";
import type { Kind } from "./layout.ts";
import { didYouMean } from "./nearest.ts";
import { idsAt, selectTexts, type Pages } from "./select.ts";

const targets = {
  source: { kind: "sources", ids: "sources.*", home: "knowledge/sources.yaml" },
  licence: { kind: "licences", ids: "licences.*", home: "knowledge/licences.yaml" },
  development: { kind: "events", ids: "developments.*", home: "developments in knowledge/events.yaml" },
  model: { kind: "family", ids: "models.*.id", home: "a model in knowledge/models/" },
  term: { kind: "terms", ids: "terms.*.id", home: "a term in knowledge/terms/" },
  paragraph: { kind: "article", ids: "paragraphs.*", home: "paragraphs in knowledge/article.yaml" },
  subject: { kind: "article", ids: "subjects.*", home: "subjects in knowledge/article.yaml" },
  topic: { kind: "article", ids: "topics.*", home: "topics in knowledge/article.yaml" },
} as const satisfies Record<string, { kind: Kind; ids: string; home: string }>;

const references: readonly (readonly [kind: Kind, where: string, target: keyof typeof targets])[] = [
  ["family", "models.*.licence", "licence"],
  ["family", "models.*.dims.*.source", "source"],
  ["family", "models.*.releases.*.sources.*", "source"],
  ["family", "models.*.see_also.*", "source"],
  ["terms", "terms.*.source", "source"],
  ["terms", "terms.*.related.*", "term"],
  ["terms", "terms.*.confused_with.*", "term"],
  ["claims", "claims.*.paragraph", "paragraph"],
  ["claims", "claims.*.subjects.*", "subject"],
  ["claims", "claims.*.topics.*", "topic"],
  ["claims", "claims.*.check.sources.*", "source"],
  ["claims", "claims.*.check.since.refs.*", "development"],
  ["events", "developments.*.subjects.*", "subject"],
  ["events", "developments.*.models.*", "model"],
  ["events", "developments.*.sources.*", "source"],
  ["events", "timeline.*.subjects.*", "subject"],
  ["events", "timeline.*.sources.*", "source"],
  ["conflicts", "conflicts.*.sources.*", "source"],
];

/** Everything that is referred to by id exists. */
export function checkReferences(pages: Pages): readonly Fault[] {
  return references.flatMap(([kind, where, target]) => {
    const { kind: targetKind, ids, home } = targets[target];
    if (!pages.complete(targetKind)) return [];
    const known = new Set(idsAt(pages, targetKind, ids));
    return selectTexts(pages, kind, where).flatMap(({ page, path, value }) => {
      if (known.has(value)) return [];
      const words = `no ${target} "${value}"; use an id of ${home}${didYouMean(value, known)}`;
      return faultAt(page, path, words);
    });
  });
}
