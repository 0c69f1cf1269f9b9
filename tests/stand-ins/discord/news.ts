export interface News {
  /** Something happened: everyone who waits looks again. */
  readonly tell: () => void;
  /** What `look` gives as soon as it gives something. Rejects after `patience` ms, saying what was waited for. */
  until<T>(look: () => T | undefined, what: string, patience: number): Promise<T>;
  stop(): void;
}

export function createNews(): News {
  const waiting = new Set<{ readonly look: () => boolean; readonly giveUp: () => void }>();
  return {
    tell() {
      for (const waiter of waiting) if (waiter.look()) waiting.delete(waiter);
    },
    async until(look, what, patience) {
      const now = look();
      if (now !== undefined) return now;
      return new Promise((resolve, reject) => {
        const giveUp = () => {
          clearTimeout(timer);
          waiting.delete(waiter);
          reject(new Error(`waited ${patience} ms in vain for ${what}`));
        };
        const timer = setTimeout(giveUp, patience);
        const waiter = {
          giveUp,
          look: () => {
            const found = look();
            if (found === undefined) return false;
            clearTimeout(timer);
            resolve(found);
            return true;
          },
        };
        waiting.add(waiter);
      });
    },
    stop() {
      for (const { giveUp } of waiting) giveUp();
    },
  };
}
