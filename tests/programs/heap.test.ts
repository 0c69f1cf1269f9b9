import path from "node:path";
import { expect, test } from "vitest";
import { startBot } from "./bot-process.ts";

test("what an event's id holds is known again, but not kept in memory", async () => {
  const look = startBot({}, [path.join(import.meta.dirname, "heap.mjs"), path.resolve("dist/src")]);
  expect(await look.end()).toBe(0);
  expect(JSON.parse(look.printed)).toEqual({ seen: false, kept: true, again: false });
});
