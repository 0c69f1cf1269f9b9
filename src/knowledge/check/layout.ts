import type { z } from "zod";
import {
  ArticleFile,
  ClaimsFile,
  ConflictsFile,
  EventsFile,
  FamilyFile,
  LicencesFile,
  ScorecardFile,
  SourcesFile,
  StopwordsFile,
  SynonymsFile,
  TermsFile,
} from "../schema.ts";

/** Everything that may stand in `knowledge/`. */
export const schemas = {
  family: FamilyFile,
  terms: TermsFile,
  claims: ClaimsFile,
  events: EventsFile,
  article: ArticleFile,
  licences: LicencesFile,
  scorecard: ScorecardFile,
  sources: SourcesFile,
  stopwords: StopwordsFile,
  synonyms: SynonymsFile,
  conflicts: ConflictsFile,
} as const satisfies Record<string, z.ZodType>;
export type Kind = keyof typeof schemas;

/** Files by their path in `knowledge/`, undecoded. */
export type Files = ReadonlyMap<string, Uint8Array>;

export const singleFiles = [
  "claims",
  "events",
  "article",
  "licences",
  "scorecard",
  "sources",
  "stopwords",
  "synonyms",
  "conflicts",
] as const satisfies readonly Kind[];

export const folders = [
  { folder: "models", kind: "family" },
  { folder: "terms", kind: "terms" },
] as const;

/** What a file is by its path: `models/grok.yaml` is the family `grok`. Undefined when it has no place here. */
export function placeOf(path: string): { readonly kind: Kind; readonly name: string } | undefined {
  const [first = "", second, ...deeper] = path.split("/");
  const name = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.yaml$/.exec(second ?? first)?.[1];
  if (name === undefined || deeper.length > 0) return undefined;
  const kind =
    second === undefined
      ? singleFiles.find((file) => file === name)
      : folders.find(({ folder }) => folder === first)?.kind;
  return kind === undefined ? undefined : { kind, name };
}

/** The first line of a file: it brings completion and live checks into editors. */
export function headerOf(path: string, kind: Kind): string {
  const up = path.includes("/") ? "../../" : "../";
  return `# yaml-language-server: $schema=${up}src/knowledge/json-schema/${kind}.json`;
}
