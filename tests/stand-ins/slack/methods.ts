import type { Board, Message, Refused } from "./board.ts";
import type { Traces } from "./traces.ts";
import type { Body, Workspace } from "./workspace.ts";

/** A method of the Web API. */
export interface Method {
  readonly token: "bot" | "app";
  readonly scope?: string;
  run(body: Body): Body;
}

export type Methods = Readonly<Record<string, Method>>;

/** What the methods act upon. */
export interface Stage {
  readonly workspace: Workspace;
  readonly board: Board;
  readonly traces: Traces;
  readonly clock: () => string;
  /** The app hears its own posts where it hears those of others. */
  readonly heard: (message: Message) => void;
}

export const refuse = (error: string, more: Body = {}): Body => ({ ok: false, error, ...more });

export function refused({ error, details }: Refused): Body {
  const messages = details.map((detail) => `[ERROR] ${detail}`);
  return refuse(error, { errors: details, response_metadata: { messages } });
}
