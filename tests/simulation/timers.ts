/** Timers that run when they are told to: by their time, and those of one time as they were set. */
export interface Timers {
  set(run: () => void, milliseconds: number): Timer;
  clear(timer: Timer | undefined): void;
  /** Takes the next of those up to a time. */
  next(until: number): Timer | undefined;
}

export interface Timer {
  readonly at: number;
  readonly order: number;
  run: (() => void) | undefined;
  /** As those of Node: all the same here. */
  ref(): Timer;
  unref(): Timer;
}

/** A heap: a thousand timers are set and cleared for each that runs out. */
export function createTimers(now: () => number): Timers {
  const heap: Timer[] = [];
  let count = 0;
  const isBefore = (one: Timer | undefined, other: Timer | undefined) =>
    one !== undefined &&
    other !== undefined &&
    (one.at < other.at || (one.at === other.at && one.order < other.order));

  function put(timer: Timer, from: number): void {
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || !isBefore(timer, parent)) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = timer;
  }

  function take(): Timer | undefined {
    const [first] = heap;
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      const left = at * 2 + 1;
      const least = isBefore(heap[left + 1], heap[left]) ? left + 1 : left;
      const child = heap[least];
      if (child === undefined || !isBefore(child, last)) break;
      heap[at] = child;
      at = least;
    }
    heap[at] = last;
    return first;
  }

  return {
    set(run, milliseconds) {
      const timer: Timer = {
        at: now() + Math.max(1, Math.floor(milliseconds) || 1),
        order: (count += 1),
        run,
        ref: () => timer,
        unref: () => timer,
      };
      put(timer, heap.length);
      return timer;
    },
    clear(timer) {
      // It stays where it is, and does nothing.
      if (timer !== undefined) timer.run = undefined;
    },
    next(until) {
      for (;;) {
        const [first] = heap;
        if (first === undefined || first.at > until) return undefined;
        take();
        if (first.run !== undefined) return first;
      }
    },
  };
}
