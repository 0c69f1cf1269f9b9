import type { Ask, Cell } from "./chat.ts";

/** All that is known, as lists to browse: neutral like a `Reply`, in plain text and in one language. */
export interface Catalogue {
  /** Names of the parts of a model, in the order of `CatalogueModel.cells`. */
  readonly parts: readonly string[];
  /** By vendor, the newest of each first. */
  readonly models: readonly CatalogueModel[];
  /** What the models can be narrowed to; only what at least one of them has. */
  readonly choices: Readonly<Record<ModelFilter, readonly Named[]>>;
  readonly groups: readonly TermGroup[];
  /** By the present status of the claims. */
  readonly statuses: readonly ClaimStatus[];
  /** Subjects of the events, in the order in which they are shown. */
  readonly subjects: readonly string[];
  /** Newest first. */
  readonly events: readonly CatalogueEvent[];
  /** How far the evidence reaches, as a sentence. */
  readonly asOf?: string;
}

export const modelFilters = ["vendor", "label", "licence"] as const;
export type ModelFilter = (typeof modelFilters)[number];

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface CatalogueModel {
  readonly name: string;
  readonly vendor: Named;
  /** The verdict; its cell may say more than the name to filter by. */
  readonly label: { readonly id: string; readonly cell: Cell };
  readonly licence: Named;
  readonly date: string;
  readonly cells: readonly Cell[];
  readonly ask: Ask;
}

export interface TermGroup {
  readonly name: string;
  readonly terms: readonly { readonly name: string; readonly text: string; readonly ask: Ask }[];
}

export interface ClaimStatus {
  readonly word: string;
  readonly claims: readonly {
    readonly title: string;
    readonly text: string;
    /** Where in the article it stands. */
    readonly paragraph: string;
    readonly ask: Ask;
  }[];
}

export interface CatalogueEvent {
  /** As exactly as it is known: "2018", "2025-04" or "2024-03-17". */
  readonly date: string;
  readonly dateText: string;
  readonly text: string;
  readonly subjects: readonly string[];
  /** Opens the page of the timeline that it stands on. */
  readonly ask: Ask;
}
