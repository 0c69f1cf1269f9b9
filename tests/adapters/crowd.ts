import { setTimeout as pause } from "node:timers/promises";
import { vi } from "vitest";
import type { Bot } from "../../src/chat.ts";
import { bot } from "../chat.ts";

/** As many as an adapter answers at once. */
const most = 200;

/** People whose questions keep an adapter busy. */
export interface Crowd {
  /** The real one, which answers them only when told to. */
  readonly bot: Bot;
  /** `ask` asks for a timeline. From then on, time passes only in `release`, for whatever waits for its turn. */
  gather(ask: () => unknown): Promise<void>;
  /** One of them is answered, so many milliseconds from now. */
  release(after: number): Promise<void>;
  leave(): void;
}

export function createCrowd(): Crowd {
  const waiting: (() => void)[] = [];
  return {
    bot: {
      ...bot,
      commands: bot.commands,
      async answer(request) {
        if (request.command === "timeline") await new Promise<void>((resolve) => waiting.push(resolve));
        return bot.answer(request);
      },
    },
    async gather(ask) {
      for (let one = 0; one < most; one += 1) ask();
      await vi.waitUntil(() => waiting.length === most, { timeout: 10_000, interval: 5 });
      vi.useFakeTimers({ toFake: ["performance"] });
    },
    async release(after) {
      // Until what was asked last has arrived.
      await pause(500);
      vi.advanceTimersByTime(after);
      waiting.shift()?.();
    },
    leave() {
      vi.useRealTimers();
      for (const go of waiting.splice(0)) go();
    },
  };
}
