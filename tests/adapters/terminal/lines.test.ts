import { Buffer } from "node:buffer";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readLines } from "../../../src/adapters/terminal/lines.ts";

async function linesOf(...chunks: (string | Uint8Array)[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of readLines(stream(chunks))) lines.push(line);
  return lines;
}

async function* stream<T>(chunks: readonly T[]): AsyncGenerator<T> {
  yield* chunks;
}

test("a line may end like on Unix or Windows, and the last one not at all", async () => {
  expect(await linesOf(Buffer.from("one\ntwo\r\nthree"))).toEqual(["one", "two", "three"]);
});

test("lines are the same however the bytes arrive", async () => {
  const bytes = Buffer.from("größer\r\n開放 🤖\n\nlast");
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: bytes.length }), async (at) => {
      expect(await linesOf(bytes.subarray(0, at), bytes.subarray(at))).toEqual([
        "größer",
        "開放 🤖",
        "",
        "last",
      ]);
    }),
  );
});

test("bytes that are not UTF-8 become replacement characters, and a byte order mark is no text", async () => {
  expect(await linesOf(Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xff, 0x00, 0x0a, 0xc3]))).toEqual([
    "a\ufffd\0",
    "\ufffd",
  ]);
});

test("a line without end is cut instead of filling the memory", async () => {
  const [line, next] = await linesOf(...Array.from({ length: 40 }, () => "x".repeat(10_000)), "\nnext");
  expect(line).toHaveLength(65_536);
  expect(next).toBe("next");
});
