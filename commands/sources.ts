import { sourceOf, strongest } from "../src/cards/citations.ts";
import {
  contextOf,
  entryChoices,
  openEntry,
  otherLanguage,
  type Context,
  type Lookup,
} from "../src/cards/context.ts";
import { noneCard, suggestCard } from "../src/cards/guess.ts";
import { pageOf, readPage } from "../src/cards/pages.ts";
import { entryKinds, type Command, type Reply, type Source } from "../src/chat.ts";
import { entryKey, nameOf, type Entry, type Knowledge, type Model } from "../src/knowledge/knowledge.ts";
import { parts, readings, tiers } from "../src/knowledge/vocabulary.ts";
import { phrases } from "../src/phrases.ts";

const perPage = 8;

/** Everything that an entry rests on, with tier, date and how far each page was read. */
export function sources(lookup: Lookup): Command {
  return {
    name: "sources",
    aliases: ["quellen"],
    describe: { en: "What an answer rests on", de: "Worauf eine Antwort beruht" },
    example: { en: "grok-1", de: "grok-1" },
    options: [
      {
        name: "entry",
        describe: {
          en: "A model, term or claim; empty: an overview",
          de: "Ein Modell, Begriff oder eine Behauptung; leer: Überblick",
        },
        required: false,
      },
    ],
    run(request) {
      const context = contextOf(lookup, request);
      if (request.text.trim() === "") return overviewCard(context);
      const { text, page } = readPage(request.text);
      const finding = lookup.find(text, { named: true });
      const [best] = finding.found;
      const entry = best === undefined ? undefined : context.knowledge.entries.get(best.key);
      if (finding.band === "answer" && entry !== undefined) return entrySources(context, entry, page);
      return finding.band === "suggest"
        ? suggestCard(context, { ...request, text }, finding)
        : noneCard(context, finding);
    },
    suggest: (request) => entryChoices(lookup, request, entryKinds),
  };
}

function entrySources(context: Context, entry: Entry, number: number): Reply {
  const { knowledge, language } = context;
  const words = phrases[language].sources;
  const ids = strongest(knowledge, idsOf(knowledge, entry));
  const page = pageOf(ids, perPage, number, context, { command: "sources", text: entry.id });
  const unopened = ids.filter((id) => knowledge.sources.get(id)?.read === "cited").length;
  const text = [
    ids.length === 0 ? words.none : words.page(page.from, page.to, page.total),
    ...(unopened === 0 ? [] : [words.unopened(unopened)]),
  ];
  return {
    band: "answer",
    entry: entryKey(entry),
    language,
    title: words.title(nameOf(entry, language)),
    text: text.join(" "),
    tone: "neutral",
    sources: page.items.flatMap((id) => annotated(context, id)),
    next: [openEntry(entry, language), ...page.turn, ...otherLanguage("sources", page.text, language)],
    audience: "person",
  };
}

function annotated({ knowledge, language }: Context, id: string): readonly Source[] {
  const record = knowledge.sources.get(id);
  if (record === undefined) return [];
  const words = phrases[language];
  const note = `${words.tiers[record.tier]}, ${words.readings[record.read]}`;
  return sourceOf(knowledge, id, language).map((source) => ({ ...source, note }));
}

/** How many pages stand behind everything, and how many of them nobody here has opened. */
function overviewCard({ knowledge, language }: Context): Reply {
  const words = phrases[language];
  const all = [...knowledge.sources.values()];
  const count = (is: (source: (typeof all)[number]) => boolean) => all.filter(is).length;
  return {
    band: "answer",
    language,
    title: words.sources.title(words.sources.all),
    text: words.sources.overview(
      all.length,
      count(({ read }) => read === "cited"),
    ),
    tone: "neutral",
    sections: [
      {
        heading: words.sources.tiers,
        lines: tiers.map((tier) => ({
          lead: `${words.tiers[tier]}:`,
          text: words.sources.tier(
            count((source) => source.tier === tier),
            tier === "weak",
          ),
        })),
      },
      {
        heading: words.sources.reading,
        lines: readings.map((read) => ({
          lead: `${words.readings[read]}:`,
          text: `${count((source) => source.read === read)}`,
        })),
      },
      { lines: [{ text: words.sources.usage }] },
    ],
    next: [...otherLanguage("sources", "", language)],
    audience: "person",
  };
}

function idsOf(knowledge: Knowledge, entry: Entry): readonly string[] {
  switch (entry.type) {
    case "term":
      return [entry.source];
    case "model":
      return modelIds(entry);
    case "family":
      return entry.members.flatMap(modelIds);
    case "claim":
      return [
        ...entry.check.sources,
        ...(entry.check.since?.refs ?? []).flatMap((id) => knowledge.developments.get(id)?.sources ?? []),
      ];
  }
}

function modelIds(model: Model): readonly string[] {
  const findings = parts.map((part) => model.dims[part]);
  return [
    ...findings.flatMap((finding) => (finding.state === "unknown" ? [] : [finding.source])),
    ...(model.releases ?? []).flatMap((release) => release.sources),
    ...(model.see_also ?? []),
  ];
}
