import { z } from "zod";
import { states } from "../chat.ts";
import {
  aliases,
  aliasesByLanguage,
  both,
  date,
  id,
  licenceId,
  link,
  questions,
  sourceIds,
  text,
} from "./fields.ts";
import { claimKinds, labels, licenceClasses, parts, readings, statuses, tiers } from "./vocabulary.ts";

export { parts } from "./vocabulary.ts";
export type { LabelId, Part } from "./vocabulary.ts";

/**
 * The shape of everything in `knowledge/`. Lengths are those that fit a card on both platforms: a Discord message
 * holds 4,000 characters, a Slack text object 3,000, a button label 75.
 */

// Sources -----------------------------------------------------------------------------------------------------------

const Source = z.strictObject({
  title: text(150).meta({
    description: "Original headline, or a description where it was not shown in full",
  }),
  publisher: text(100),
  url: link,
  date: date.optional().meta({ description: "Date of the page; leave it out when the page shows none" }),
  tier: z
    .enum(tiers)
    .meta({ description: "weak: documents a conflict, is never shown and never the only support" }),
  read: z.enum(readings).meta({ description: "How far we got; cited: the page itself was not opened" }),
  note: text(400).optional().meta({ description: "For curators; not shown" }),
});

export const SourcesFile = z.strictObject({ sources: z.record(id, Source) });

// Models ------------------------------------------------------------------------------------------------------------

const unverified = z.strictObject({ state: z.literal("unknown"), reason: z.literal("unknown") });
const verified = z.strictObject({
  state: z.enum(states).exclude(["unknown"]),
  reason: id.meta({ description: "A reason of this part in scorecard.yaml" }),
  source: id,
  as_of: date.meta({ description: "Date of the evidence" }),
});
const Finding = z.discriminatedUnion("state", [verified, unverified]);

const Release = z.strictObject({
  name: text(40),
  announced: date.optional(),
  weights: date.optional().meta({ description: "Day on which the weights were published" }),
  size: both(160).optional(),
  note: both(300).optional(),
  sources: sourceIds.min(1),
});

const modClass = z.enum(["I", "II", "III", "none"]);
const External = z.strictObject({
  osai: z
    .strictObject({ file: text(60), score: z.number().min(0).max(1), system: text(60), as_of: date })
    .optional()
    .meta({ description: "European Open Source AI Index" }),
  mot: z
    .strictObject({
      file: text(60),
      class: modClass,
      progress: z.strictObject({
        III: z.number().min(0).max(100),
        II: z.number().min(0).max(100),
        I: z.number().min(0).max(100),
      }),
      record: date,
    })
    .optional()
    .meta({
      description: "Model Openness Tool; an unclassified record often means that nobody filled in the form",
    }),
  osi_validation: z
    .strictObject({
      result: z.enum(["met", "did-not-meet", "would-meet-with-other-licence"]),
      system: text(60),
    })
    .optional()
    .meta({ description: "Trial of the definition by the Open Source Initiative in 2024; no certification" }),
});

const Model = z.strictObject({
  id,
  name: text(40),
  vendor: text(60),
  released: date,
  licence: licenceId.meta({ description: "A key of licences.yaml: the licence of the weights" }),
  aliases,
  weak_aliases: aliases
    .optional()
    .meta({ description: "Ordinary words: understood by a command, never overheard" }),
  questions,
  dims: z.record(z.enum(parts), Finding),
  releases: z.array(Release).max(12).optional(),
  external: External.optional(),
  disagreement: both(300)
    .optional()
    .meta({ description: "Where the indexes contradict each other or this file" }),
  note: both(400),
  see_also: sourceIds.optional(),
});

export const FamilyFile = z.strictObject({
  name: text(40).optional().meta({ description: "Needed as soon as a family has more than one model" }),
  aliases: aliases.optional(),
  weak_aliases: aliases.optional(),
  questions,
  models: z.array(Model).min(1).max(20).meta({ description: "Oldest first" }),
});

// Terms -------------------------------------------------------------------------------------------------------------

const Term = z.strictObject({
  id,
  term: both(60),
  aliases: aliasesByLanguage,
  weak_aliases: aliasesByLanguage.optional(),
  questions,
  definition: both(460).meta({ description: "Two to four sentences; the first one can stand alone" }),
  matters: both(300).optional().meta({ description: "Why it matters for the openness of AI" }),
  related: z.array(id).max(6),
  confused_with: z.array(id).max(3).optional(),
  source: id,
});

export const TermsFile = z.strictObject({ name: both(40), terms: z.array(Term).min(1) });

// Claims, events, article -------------------------------------------------------------------------------------------

const Claim = z.strictObject({
  id,
  title: both(40).meta({ description: "For buttons and lists; states the subject, not a verdict" }),
  paragraph: id,
  kind: z.enum(claimKinds),
  en: text(300),
  de: text(300),
  speaker: both(80).optional(),
  questions,
  attribute: z.literal(true).optional().meta({ description: "Always introduced as the article's own view" }),
  subjects: z.array(id).min(1).max(6),
  topics: z.array(id).min(1).max(6),
  wording_note: text(400).optional().meta({ description: "For curators; not shown" }),
  check: z.strictObject({
    at_publication: z.enum(statuses),
    status: z.enum(statuses),
    why: both(400),
    sources: sourceIds,
    since: z
      .strictObject({ en: text(400), de: text(400), refs: z.array(id).min(1).max(8) })
      .optional()
      .meta({ description: "What is known since the article; refs are developments" }),
  }),
});

export const ClaimsFile = z.strictObject({
  claims: z.array(Claim),
  withheld: z.array(id).meta({ description: "Ids that must not be used again" }),
});

const Development = z.strictObject({
  date,
  subjects: z.array(id).min(1).max(6),
  models: z.array(id).min(1).max(6).optional().meta({ description: "Models that it is about" }),
  en: text(400),
  de: text(400),
  sources: sourceIds.min(1),
});

const Event = z.strictObject({
  date,
  subjects: z.array(id).min(1).max(6),
  en: text(200),
  de: text(200),
  sources: sourceIds,
  article: z.literal(true).optional().meta({ description: "The article itself: needs no source" }),
});

export const EventsFile = z.strictObject({
  developments: z.record(id, Development),
  timeline: z.array(Event).meta({ description: "Oldest first" }),
});

const Named = z.strictObject({
  en: text(60),
  de: text(60),
  aliases: aliases.optional(),
});

export const ArticleFile = z.strictObject({
  language: z.enum(["de"]),
  date,
  date_note: both(300),
  about: both(300),
  evidence: z.record(id, date).meta({ description: "Newest evidence by subject" }),
  paragraphs: z.record(id, both(60)),
  subjects: z.record(id, Named),
  topics: z.record(id, Named),
});

// Licences, scorecard, conflicts ------------------------------------------------------------------------------------

const Licence = z.strictObject({
  name: text(80),
  class: z.enum(licenceClasses),
  osi_approved: z.boolean().nullable().meta({ description: "null: not verified" }),
  url: link.optional(),
  en: text(300),
  de: text(300),
});

export const LicencesFile = z.strictObject({ licences: z.record(licenceId, Licence) });

const Reason = z.strictObject({ state: z.enum(states), en: text(160), de: text(160) });

const PartWords = z.strictObject({
  name: both(40),
  question: both(100),
  reasons: z.record(id, Reason),
});

const LabelWords = both(60);

export const ScorecardFile = z.strictObject({
  parts: z.record(z.enum(parts), PartWords),
  unknown: both(60),
  labels: z.record(z.enum(labels), LabelWords),
  attribution: z.array(z.strictObject({ name: text(80), url: link, en: text(200), de: text(200) })),
});

const Conflict = z.strictObject({
  id,
  prefer: text(150),
  versions: z.array(text(150)).min(2),
  sources: sourceIds.min(1),
  note: text(300).optional(),
});

export const ConflictsFile = z.strictObject({ conflicts: z.array(Conflict) });

// Search ------------------------------------------------------------------------------------------------------------

const words = text(8_000)
  .refine((value) => !/\s\s/u.test(value), "has more than one space between words; keep one")
  .refine((value) => {
    const list = value.split(" ");
    return new Set(list).size === list.length;
  }, "holds a word twice; remove one");

const WordLists = z.strictObject({
  grammar: words.meta({ description: "Words without content of their own" }),
  chat: words.meta({ description: "What surrounds a question: greetings, thanks, requests to explain" }),
  asking: words.meta({ description: "Words that a question begins with" }),
  around: words.meta({ description: "Words for whoever may know: a question to all, not to a person" }),
  contrasting: words.meta({ description: "Words that ask about two things together" }),
  joining: words.meta({ description: "Words that may join two things that are asked about together" }),
  addressing: words.meta({
    description: "Words that speak to a person, or of the here and now of those present",
  }),
  circumstance: words.meta({
    description: "Words that ask who, when, where or how many: of a bare name, nothing we know",
  }),
  beyond: words.meta({ description: "Words that ask for what this knowledge does not hold" }),
});

export const StopwordsFile = z.strictObject({
  en: WordLists,
  de: WordLists,
  withheld: words.meta({ description: "Words of the topic that is never answered" }),
});

const alike = text(600).regex(
  /^[^,]+(, [^,]+)*$/,
  "is no list of words; put a comma and a space between them",
);

export const SynonymsFile = z.strictObject({
  groups: z.array(
    z.strictObject({
      card: z.literal(true).optional().meta({ description: "Asks for what the card of every model answers" }),
      en: alike,
      de: alike.optional(),
    }),
  ),
});

// All of it -----------------------------------------------------------------------------------------------------------

/** What the bot loads: every file but the conflicts, which are notes for curators. */
export const Library = z.strictObject({
  families: z.record(id, FamilyFile),
  terms: z.record(id, TermsFile),
  claims: ClaimsFile,
  events: EventsFile,
  article: ArticleFile,
  licences: LicencesFile,
  scorecard: ScorecardFile,
  sources: SourcesFile,
  stopwords: StopwordsFile,
  synonyms: SynonymsFile,
});
export type Library = z.infer<typeof Library>;
