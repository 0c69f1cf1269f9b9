/**
 * The words that both sides share: adapters know platforms, commands know answers, and this file is all that they
 * have in common. Strings in a `Reply` are plain text; an adapter escapes them and adds its platform's own elements.
 */

export const languages = ["en", "de"] as const;
export type Language = (typeof languages)[number];
export type Localized = Readonly<Record<Language, string>>;

/** `model:grok-1`, `family:grok`, `term:open-weights`, `claim:only-first-grok-released`. */
export const entryKinds = ["model", "family", "term", "claim"] as const;
export type EntryKind = (typeof entryKinds)[number];
export type EntryKey = `${EntryKind}:${string}`;

/** How sure an answer is: given, asked back, honestly not known, or (only when overheard) no answer at all. */
export type Band = "answer" | "suggest" | "none" | "silent";

/** What a person typed, or what a button carries: the same thing. */
export interface Ask {
  /** Name of a `Command`; an unknown one is answered, not thrown. */
  readonly command: string;
  readonly text: string;
}

/** Where a question was put. */
interface Place {
  readonly adapter: string;
  /** Others read along: a channel, not a direct message or a terminal. */
  readonly shared: boolean;
}

export interface Request extends Ask {
  readonly language: Language;
  readonly place: Place;
  /** An opaque key for rate limits; never logged, never stored. */
  readonly person: string;
}

/** A message that was not addressed to the bot. */
export type Message = Omit<Request, "command">;

/** How open a part is. "unknown" never counts as closed. */
export const states = ["open", "partial", "closed", "unknown"] as const;
export type State = (typeof states)[number];

/** One statement of an answer. */
export interface Line {
  /** Drawn as a symbol beside the words, never instead of them. */
  readonly mark?: State;
  /** The words to stress, as a lead-in. */
  readonly lead?: string;
  readonly text: string;
  /** Positions in `Reply.sources`, counted from 1. */
  readonly refs?: readonly number[];
}

export interface Section {
  readonly heading?: string;
  readonly lines: readonly Line[];
}

export interface Cell {
  readonly mark?: State;
  readonly text: string;
}

/** The first column names the row. Cells are never empty. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What a picture shows of a model. */
export interface ScorecardRow {
  readonly name: string;
  readonly label: string;
  /** As many as the scorecard has columns. */
  readonly cells: readonly { readonly mark: State; readonly text: string }[];
}

/** Longest description that platforms take for a picture, in characters. */
export const longestAlt = 1_024;

/** Models as rows, their parts as columns: what a picture is drawn from. The words of the reply say the same. */
export interface Scorecard {
  readonly caption: string;
  /** What the rows are. */
  readonly subject: string;
  /** Short names of the parts. */
  readonly columns: readonly string[];
  /** One to five. */
  readonly rows: readonly ScorecardRow[];
  /** The yardstick, and how far the evidence reaches. */
  readonly footer: string;
  /** All of it in words, at most `longestAlt`. */
  readonly alt: string;
}

/** Characters of a button's text: with command and language it has to fit into the 100 of Discord's `custom_id`. */
export const longestButtonText = 80;

/** A button is a question, so it works after a restart and needs no memory. */
export interface Button extends Ask {
  readonly label: string;
  /** Answers in this language instead of the reader's. */
  readonly language?: Language;
  /** One of a list: many of them are drawn as a menu where the platform has one. */
  readonly pick?: true;
}

export interface Source {
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  /** As people write it, in the reply's language; missing when the page carries no date. */
  readonly date?: string;
  /** What kind of page it is, and how far it was read. */
  readonly note?: string;
}

/** The colour of a card; its words say the same. */
export type Tone = State | "neutral";

export interface Reply {
  readonly band: Band;
  /** What the answer is about, or the best guess when it asks back. */
  readonly entry?: EntryKey;
  /** The other subjects of the answer, or the other guesses, best first. */
  readonly others?: readonly EntryKey[];
  readonly language: Language;
  readonly title: string;
  readonly text: string;
  readonly tone?: Tone;
  readonly sections?: readonly Section[];
  readonly table?: Table;
  readonly scorecard?: Scorecard;
  readonly sources?: readonly Source[];
  /** How far the evidence reaches, as a sentence. */
  readonly asOf?: string;
  readonly next?: readonly Button[];
  readonly audience: "person" | "everyone";
}

/** Something that can be picked while typing. */
export interface Choice {
  readonly label: string;
  /** What is sent when it is picked: an entry's id or a word that the command takes. */
  readonly value: string;
}

/** An argument of a command; the words typed after a command's name fill them in order. */
export interface Option {
  readonly name: string;
  readonly describe: Localized;
  readonly required: boolean;
  /** Fixed choices; without them `suggest` completes. */
  readonly choices?: readonly { readonly value: string; readonly label: Localized }[];
}

/** The only description of a command: registration, help, completion and README are made from it. */
export interface Command {
  /** Lower case, the same in every language. */
  readonly name: string;
  /** Other words that people type for it. */
  readonly aliases?: readonly string[];
  readonly describe: Localized;
  readonly options: readonly Option[];
  /** Arguments to try it with. */
  readonly example: Localized;
  /** Only those who manage a server or a workspace are offered it. */
  readonly restricted?: true;
  /** Returns the answer and never sends one. `request.text` holds the arguments, separated by commas or spaces. */
  run(request: Request): Reply | Promise<Reply>;
  /** At most 25 choices for what has been typed so far, best first. */
  suggest?(request: Request): readonly Choice[];
}

export interface Bot {
  readonly commands: readonly Command[];
  /** Always resolves, within 2.5 s; a bug or a slow command becomes a reply with a code that is also in the log. */
  answer(request: Request): Promise<Reply>;
  suggest(request: Request): readonly Choice[];
  /** The question to answer if one is sure to be meant, otherwise nothing: silence is a value. */
  overhear(message: Message): Request | undefined;
  /** The language a text is written in, if that is clear. */
  languageOf(text: string): Language | undefined;
}

export interface Health {
  readonly ready: boolean;
  readonly detail: string;
}

/** Connects one platform. Contains no words for people and no knowledge. */
export interface Adapter {
  readonly name: string;
  health(): Health;
  /** Resolves once people can ask. Rejects with a sentence for the operator if only a person can mend it. */
  start(bot: Bot): Promise<void>;
  /** Finishes what is being answered, within 5 s. */
  stop(): Promise<void>;
  /** Resolves when the adapter has ended; rejects with a sentence for the operator if it cannot go on. */
  readonly done: Promise<void>;
}
