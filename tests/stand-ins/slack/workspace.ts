import { randomBytes, randomUUID } from "node:crypto";

/** JSON as it travels. */
export type Body = Readonly<Record<string, unknown>>;

export function isBody(value: unknown): value is Body {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Nothing when it isn't JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A person, and the place where they are. Left out, they are the ones of `somebody`. */
export interface Who {
  readonly user?: string;
  readonly name?: string;
  readonly channel?: string;
  /** Timestamp of the message whose thread they write in. */
  readonly thread?: string;
}

export interface Workspace {
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly botUser: string;
  readonly botId: string;
  readonly team: string;
  readonly appId: string;
  /** Ids of those who manage it. */
  readonly admins: readonly string[];
  /** What Slack says of somebody, over what it says of everybody: `{ U1: { is_restricted: true } }`. */
  readonly people: Readonly<Record<string, Body>>;
  /** The legacy verification token that every payload still carries. */
  readonly verificationToken: string;
}

export type Person = Required<Omit<Who, "thread">> & Pick<Who, "thread">;

export function somebody(who: Who = {}): Person {
  const { user = "U0ADA", name = "ada", channel = "C0GENERAL", thread } = who;
  return { user, name, channel, ...(thread === undefined ? {} : { thread }) };
}

/** Channels are told apart by their first letter, as on Slack: C public, G private, D direct. */
export function channelType(channel: string): "channel" | "group" | "im" {
  return channel.startsWith("D") ? "im" : channel.startsWith("G") ? "group" : "channel";
}

export function channelName(channel: string): string {
  const names = { channel: channel.slice(2).toLowerCase(), group: "privategroup", im: "directmessage" };
  return names[channelType(channel)];
}

export const directChannel = (user: string): string => `D${user.slice(1)}`;

/** `EvX4J2…`: an id of Slack's form that no other call returns. */
export function freshId(prefix: string): string {
  return prefix + randomBytes(6).toString("hex").toUpperCase();
}

export const freshEnvelopeId = (): string => randomUUID();

/** Timestamps that name messages: seconds with six decimals, never the same one twice. */
export function createClock(): () => string {
  let last = 0;
  return () => {
    last = Math.max(last + 1, Date.now() * 1000);
    return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, "0")}`;
  };
}
