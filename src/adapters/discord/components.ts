/**
 * The parts of https://docs.discord.com/developers/components/reference that a card is made of. Discord tells them apart
 * by number; the library's names for the numbers would load all of the library.
 */
export interface TextDisplay {
  readonly type: 10;
  readonly content: string;
}

interface Separator {
  readonly type: 14;
  readonly divider: boolean;
  readonly spacing: 1 | 2;
}

export interface Gallery {
  readonly type: 12;
  /** An address of "attachment://…" is a file of the same message. */
  readonly items: readonly { readonly media: { readonly url: string }; readonly description: string }[];
}

export interface Button {
  readonly type: 2;
  /** 1: the blue of a main action; 2: grey. */
  readonly style: 1 | 2;
  readonly label: string;
  readonly custom_id: string;
  readonly emoji?: { readonly name: string };
}

export interface Menu {
  readonly type: 3;
  readonly custom_id: string;
  readonly placeholder: string;
  readonly options: readonly { readonly label: string; readonly value: string }[];
}

export interface Row {
  readonly type: 1;
  readonly components: readonly (Button | Menu)[];
}

export interface Container {
  readonly type: 17;
  readonly accent_color: number;
  readonly components: readonly (TextDisplay | Gallery | Separator)[];
}

export type Component = Container | Row | TextDisplay | Gallery | Separator | Button | Menu;

/** A message in the form of "Components V2", which has no `content`. */
export interface CardMessage {
  readonly flags: number;
  readonly components: readonly (Container | Row)[];
  /** Files that come with the message, by their position among them. */
  readonly attachments?: readonly {
    readonly id: number;
    readonly filename: string;
    readonly description: string;
  }[];
  readonly allowed_mentions: { readonly parse: readonly []; readonly replied_user: false };
}
