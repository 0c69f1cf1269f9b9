import { assert, integer, property } from "fast-check";
import { expect, test } from "vitest";
import { holdsFirst, readShards, shardsPattern } from "../../../src/adapters/discord/shards.ts";

test.each([
  ["0-3", 8, [0, 1, 2, 3]],
  ["0,2", 8, [0, 2]],
  ["0-1,6,6-7", 8, [0, 1, 6, 7]],
  ["7", 8, [7]],
  ["0/1", 3, [0, 1, 2]],
  ["0/3", 8, [0, 1]],
  ["1/3", 8, [2, 3, 4]],
  ["2/3", 8, [5, 6, 7]],
])("%s of %i is %j", (list, count, ids) => {
  expect(list).toMatch(shardsPattern);
  expect(readShards(list, count)).toEqual({ ids, count });
});

test("over all parts, every shard comes exactly once, and the parts are as equal as can be", () => {
  const sizes = integer({ min: 1, max: 300 });
  assert(
    property(sizes, sizes, (one, other) => {
      const [parts, count] = [Math.min(one, other), Math.max(one, other)];
      const all = Array.from({ length: parts }, (_, part) => readShards(`${part}/${parts}`, count).ids);
      expect(all.flat()).toEqual(Array.from({ length: count }, (_, id) => id));
      const lengths = all.map(({ length }) => length);
      expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
      expect(all.filter((ids) => holdsFirst({ ids, count }))).toHaveLength(1);
    }),
  );
});

test.each([
  ["8", 8, "of 8 shards the last is 7, not 8"],
  ["0-99999999999", 8, "of 8 shards the last is 7, not 99999999999"],
  ["3-1", 8, "3-1 runs backwards"],
  ["3/3", 8, "there is no part 3 of 3; they are counted from 0"],
  ["0/0", 8, "there is no part 0 of 0"],
  ["0/9", 8, "9 parts of 8 shards would leave some without one"],
])("%s of %i is refused: %s", (list, count, sentence) => {
  expect(() => readShards(list, count)).toThrow(sentence);
});

test.each(["", "a", "1-", "-1", "1,,2", "1;2", "1/", "0/2/3", "1.5", "0 - 3"])("%j is no list", (list) => {
  expect(list).not.toMatch(shardsPattern);
});

test("whoever opens all of them holds the first", () => {
  expect(holdsFirst(undefined)).toBe(true);
  expect(holdsFirst({ ids: [1, 2], count: 3 })).toBe(false);
});
