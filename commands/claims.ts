import { claimLine } from "../src/cards/article.ts";
import { claimCard } from "../src/cards/claim.ts";
import { contextOf, otherLanguage, type Context, type Lookup } from "../src/cards/context.ts";
import { formatDate } from "../src/cards/dates.ts";
import { echo } from "../src/cards/guess.ts";
import { pageOf, readPage } from "../src/cards/pages.ts";
import { usageCard } from "../src/cards/usage.ts";
import type { Button, Choice, Command, Language, Reply } from "../src/chat.ts";
import { squeeze } from "../src/knowledge/fold.ts";
import type { Claim } from "../src/knowledge/knowledge.ts";
import { statuses } from "../src/knowledge/vocabulary.ts";
import { phrases } from "../src/phrases.ts";

const perPage = 5;
const mostTopics = 8;

/** What claims can be listed by: a topic, a subject, a paragraph or a status. */
interface Shelf {
  readonly id: string;
  readonly name: string;
  readonly spellings: readonly string[];
  readonly claims: readonly Claim[];
}

/** The claims of the article, each with its status. */
export function claims(lookup: Lookup): Command {
  return {
    name: "claims",
    aliases: ["behauptungen"],
    describe: {
      en: "What the article claims, and whether it holds",
      de: "Was der Artikel behauptet und ob es stimmt",
    },
    example: { en: "licensing", de: "Lizenzen" },
    options: [
      {
        name: "topic",
        describe: {
          en: "A topic, subject, paragraph or status",
          de: "Ein Thema, Gegenstand, Absatz oder Status",
        },
        required: false,
      },
    ],
    run(request) {
      const context = contextOf(lookup, request);
      const { knowledge } = context;
      const claim = knowledge.claims.get(request.text.trim().toLowerCase());
      if (claim !== undefined) return claimCard(context, claim);
      const named = (text: string) => {
        const typed = squeeze(text);
        return shelves(context).find(({ spellings }) => spellings.includes(typed));
      };
      // "Paragraph 4" is a name, so a page behind a name needs its word.
      const whole = named(request.text);
      if (whole !== undefined) return listCard(context, whole, 1);
      const { text, page } = readPage(request.text);
      const part = text === "" ? allClaims(context) : named(text);
      if (part !== undefined) return listCard(context, part, page);
      const finding = lookup.find(request.text, { kinds: ["claim"], named: true });
      const found = finding.band === "answer" ? finding.found[0] : undefined;
      const entry = found === undefined ? undefined : knowledge.entries.get(found.key);
      return entry?.type === "claim" ? claimCard(context, entry) : unknownCard(context, text);
    },
    suggest(request) {
      const typed = squeeze(request.text);
      return shelves(contextOf(lookup, request))
        .filter(({ spellings }) => spellings.some((spelling) => spelling.includes(typed)))
        .map(({ id, name }): Choice => ({ label: name, value: id }))
        .slice(0, 25);
    },
  };
}

function listCard(context: Context, shelf: Shelf, number: number): Reply {
  const { knowledge, language } = context;
  const words = phrases[language];
  const page = pageOf(shelf.claims, perPage, number, context, { command: "claims", text: shelf.id });
  return {
    band: "answer",
    others: [],
    language,
    title: words.claims.title(shelf.name),
    text: words.claims.text(
      page.from,
      page.to,
      page.total,
      formatDate(knowledge.article.date.slice(0, 7), language),
    ),
    tone: "neutral",
    sections: page.items.map((claim) => ({
      heading: words.claims.heading(
        claim.title[language],
        knowledge.article.paragraphs[claim.paragraph]?.[language] ?? "",
      ),
      lines: [claimLine(claim, language)],
    })),
    next: [
      ...page.items.map((claim): Button => ({
        label: claim.title[language],
        command: "claims",
        text: claim.id,
        pick: true,
      })),
      ...page.turn,
      ...otherLanguage("claims", page.text, language),
    ],
    audience: "person",
  };
}

function unknownCard(context: Context, text: string): Reply {
  const words = phrases[context.language].claims;
  return usageCard(
    context.language,
    words.unknown(echo(text)),
    words.unknownText,
    topicShelves(context)
      .toSorted((a, b) => b.claims.length - a.claims.length)
      .slice(0, mostTopics)
      .map(({ id, name }) => ({ label: name, command: "claims", text: id, pick: true })),
  );
}

function allClaims({ knowledge, language }: Context): Shelf {
  return {
    id: "",
    name: phrases[language].claims.all,
    spellings: [],
    claims: [...knowledge.claims.values()],
  };
}

function shelves(context: Context): readonly Shelf[] {
  const { knowledge } = context;
  const every = [...knowledge.claims.values()];
  const { paragraphs, subjects } = knowledge.article;
  return [
    ...topicShelves(context),
    ...Object.entries(subjects).map(([id, words]) =>
      shelfOf(
        context.language,
        id,
        words,
        every.filter((claim) => claim.subjects.includes(id)),
      ),
    ),
    ...Object.entries(paragraphs).map(([id, words]) =>
      shelfOf(
        context.language,
        id,
        words,
        every.filter((claim) => claim.paragraph === id),
      ),
    ),
    ...statuses.map((id) =>
      shelfOf(
        context.language,
        id,
        { en: phrases.en.statuses[id], de: phrases.de.statuses[id] },
        every.filter((claim) => claim.check.status === id),
      ),
    ),
  ].filter((one) => one.claims.length > 0);
}

function topicShelves({ knowledge, language }: Context): readonly Shelf[] {
  const every = [...knowledge.claims.values()];
  return Object.entries(knowledge.article.topics).map(([id, words]) =>
    shelfOf(
      language,
      id,
      words,
      every.filter((claim) => claim.topics.includes(id)),
    ),
  );
}

function shelfOf(
  language: Language,
  id: string,
  words: { readonly en: string; readonly de: string; readonly aliases?: readonly string[] | undefined },
  listed: readonly Claim[],
): Shelf {
  const spellings = [id, words.en, words.de, ...(words.aliases ?? [])].map(squeeze);
  return { id, name: words[language], spellings, claims: listed };
}
