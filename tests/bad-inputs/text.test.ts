import { describe, expect, test } from "vitest";
import { discordWays } from "./discord-ways.ts";
import { odd, texts } from "./inputs.ts";

const all: readonly unknown[] = [...texts, ...odd];

describe("whatever is typed is answered, and acts on nothing", () => {
  test.each(discordWays.map((way) => [way.name, way] as const))("%s", async (_, way) => {
    for (const given of all) expect(await way.try(given), JSON.stringify(given)?.slice(0, 200)).toEqual([]);
  });
});
