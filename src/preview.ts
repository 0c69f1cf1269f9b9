import type { Choice, Language } from "./chat.ts";

/**
 * A chat platform without its network: takes what a person does in its client, and gives what the bot would send, by the
 * very code that runs when it is connected.
 */
export interface Preview {
  /** A line is typed and sent. */
  type(line: string, scene: Scene): Promise<Turn>;
  /** A button is pressed, or something chosen from a menu. */
  press(press: Press, scene: Scene): Promise<readonly Sent[]>;
}

/** One that completes what is being typed. */
export interface CompletingPreview extends Preview {
  complete(line: string, scene: Scene): Promise<readonly Completion[]>;
}

/** Where a person is, and who. */
export interface Scene {
  /** Of the person's client on Discord, of the workspace on Slack. */
  readonly language: Language;
  readonly place: "channel" | "direct";
  /** In a channel, what is no command mentions the bot; otherwise it is said to nobody in particular. */
  readonly overheard: boolean;
  /** Digits, of which each platform makes ids of its own form. */
  readonly channel: string;
  readonly person: string;
}

export interface Turn {
  /** The line as it stands in the client. */
  readonly said: string;
  /** Nothing: the bot stays silent. */
  readonly sent: readonly Sent[];
}

interface Press {
  /** What the payload calls the kind of element, its id, and the value that it carries or that was chosen. */
  readonly type: string;
  readonly id: string;
  readonly value: string;
  /** The message it stands on is seen by one person only. */
  readonly isPrivate: boolean;
}

/** What leaves the bot: a message, or the order to delete the one that a button was pressed on. */
export type Sent =
  | { readonly kind: "delete" }
  | {
      readonly kind: "message";
      /** Only whoever asked sees it. */
      readonly isPrivate: boolean;
      /** As it goes over the wire. */
      readonly payload: object;
      readonly files: readonly File[];
      readonly usage: readonly Usage[];
    };

export interface File {
  readonly name: string;
  readonly data: Uint8Array;
}

/** How much of one of the platform's limits a message takes up. */
export interface Usage {
  readonly of: "components" | "characters" | "blocks" | "notice" | "cells";
  readonly used: number;
  readonly most: number;
}

export interface Completion extends Choice {
  /** Small print beside the label. */
  readonly detail?: string;
}
