/** Work that a stop waits for. */
export interface InFlight {
  /** Settles with the work itself. */
  track<T>(work: Promise<T>): Promise<T>;
  /** Resolves when nothing is under way, or after this many milliseconds. */
  settled(patience: number): Promise<void>;
}

export function createInFlight(): InFlight {
  const under = new Set<Promise<unknown>>();
  return {
    track(work) {
      under.add(work);
      const forget = () => under.delete(work);
      work.then(forget, forget);
      return work;
    },
    async settled(patience) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, patience);
      });
      await Promise.race([Promise.allSettled(under), late]);
      clearTimeout(timer);
    },
  };
}
