/** Which of all connections this process opens: https://docs.discord.com/developers/events/gateway#sharding */
export interface Shards {
  readonly ids: readonly number[];
  /** Of all processes together. */
  readonly count: number;
}

/** "2/3" (the third of three parts), "0-3", "0,2" or "0-3,6". */
export const shardsPattern = /^(?:\d+\/\d+|\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*)$/;

/**
 * Shards from a list that fits `shardsPattern`. Parts are counted from 0; over all parts of the same number each shard
 * comes once, and none has more than one shard more than another.
 * @throws {Error} saying what to do when there is no such shard or part.
 */
export function readShards(list: string, count: number): Shards {
  return { ids: list.includes("/") ? partOf(list, count) : listed(list, count), count };
}

/** Direct messages come to it alone, and what is to be done once is done by whoever holds it. */
export function holdsFirst(shards: Shards | undefined): boolean {
  return shards === undefined || shards.ids.includes(0);
}

function partOf(list: string, count: number): readonly number[] {
  const [part = 0, parts = 0] = list.split("/").map(Number);
  if (part >= parts)
    throw new Error(`there is no part ${part} of ${parts}; they are counted from 0, as in 0/${parts || 1}`);
  if (parts > count) throw new Error(`${parts} parts of ${count} shards would leave some without one`);
  return between(Math.floor((part * count) / parts), Math.floor(((part + 1) * count) / parts) - 1);
}

function listed(list: string, count: number): readonly number[] {
  const ranges = list.split(",").map((range) => {
    const [first = 0, last = first] = range.split("-").map(Number);
    if (last < first) throw new Error(`${range} runs backwards`);
    if (last >= count) throw new Error(`of ${count} shards the last is ${count - 1}, not ${last}`);
    return between(first, last);
  });
  return [...new Set(ranges.flat())];
}

function between(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
