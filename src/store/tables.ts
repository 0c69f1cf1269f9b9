/** The tables as they are after all migrations. Times are milliseconds since 1970; truth is 0 or 1. */
export interface Tables {
  /** Without a channel ("") for the whole community. */
  readonly settings: {
    readonly community: string;
    readonly channel: string;
    readonly language: string | null;
    readonly mode: string | null;
    readonly collect: number | null;
  };
  /** Who does not want to be answered unasked. */
  readonly quiet: { readonly community: string; readonly person: string };
  readonly votes: {
    readonly entry: string;
    readonly verdict: string;
    readonly day: string;
    readonly count: number;
  };
  readonly questions: {
    readonly community: string;
    readonly text: string;
    readonly language: string;
    readonly count: number;
    readonly day: string;
  };
  readonly claims: { readonly event: string; readonly until: number };
  readonly leases: { readonly name: string; readonly holder: string; readonly until: number };
  readonly installations: { readonly community: string; readonly sealed: string };
  /** What the store itself needs: the secret of its hashes. */
  readonly secrets: { readonly name: string; readonly sealed: string };
}
