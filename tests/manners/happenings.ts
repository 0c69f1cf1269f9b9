import { randomUUID } from "node:crypto";
import { beforeEach, afterEach, vi } from "vitest";
import type { Bot } from "../../src/chat.ts";
import type { Log } from "../../src/log.ts";
import type { Card } from "../../src/manners/card.ts";
import { createManners, type Heard, type Manners, type Pressed } from "../../src/manners/manners.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import type { Store } from "../../src/store/store.ts";
import { bot, silentLog } from "../chat.ts";

/** Time passes only when a test says so. */
export function stopTheClock(): void {
  beforeEach(() => {
    vi.useFakeTimers();
    // A fake clock starts at 0, which the cache takes for "no time".
    vi.advanceTimersByTime(1_000);
  });
  afterEach(() => void vi.useRealTimers());
}

interface Company {
  readonly bot?: Bot;
  readonly overhear?: readonly string[];
  readonly language?: "de" | "en";
  readonly log?: Log;
  readonly store?: Store;
  readonly processes?: number;
}

export function meet({
  overhear = ["open"],
  language = "en",
  log = silentLog,
  store = createMemoryStore(),
  ...own
}: Company = {}) {
  return createManners(own.bot ?? bot, {
    adapter: "test",
    overhear,
    language,
    store,
    processes: () => own.processes ?? 1,
    log,
  });
}

export function heard(text: string, how: Heard["how"], more: Partial<Heard> = {}): Heard {
  const ask = { command: "ask", text };
  return { ids: [randomUUID()], how, ask, person: "ada", channel: "open", shared: true, ...more };
}

export function pressed(code: string, more: Partial<Pressed> = {}): Pressed {
  return {
    ids: [randomUUID()],
    code,
    person: "ada",
    channel: "open",
    shared: true,
    moderator: false,
    ...more,
  };
}

export async function cardOf(manners: Manners, happening: Heard): Promise<Card> {
  const card = await manners.hear(happening);
  if (card === undefined) throw new Error("silence");
  return card;
}

export async function cardAt(manners: Manners, button: Pressed): Promise<Card> {
  const card = await manners.press(button);
  if (typeof card !== "object") throw new Error(`no card: ${card}`);
  return card;
}

export const kinds = ({ controls }: Card) => controls.map(({ kind }) => kind);

export const codeOf = ({ controls }: Card, kind: string): string =>
  controls.find((one) => one.kind === kind)?.code ?? "";

export const grok = { ask: { command: "openness", text: "grok" } };
export const busy = "One moment, please.";
