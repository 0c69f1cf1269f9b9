import { afterAll, beforeAll, expect, test } from "vitest";
import type { Reply } from "../../src/chat.ts";
import { addressOf } from "../../src/picture/address.ts";
import { createPictures } from "../../src/picture/picture.ts";
import { pictureRoute, servePicture } from "../../src/picture/serve.ts";
import { createFront, type Front } from "../../src/serve.ts";
import { bot, say, silentLog } from "../chat.ts";
import { freePort } from "../free-port.ts";

let front: Front;
let base = "";
beforeAll(async () => {
  const port = await freePort();
  front = createFront({ host: "127.0.0.1", port });
  base = `http://127.0.0.1:${port}`;
  await front.serve(pictureRoute, servePicture(bot, createPictures(silentLog)));
});
afterAll(() => front.stop());

function addressIn(reply: Reply): string {
  const address = addressOf(reply, base);
  if (address === undefined) throw new Error("no address");
  return address;
}

test.each([
  ["/openness grok", "en"],
  ["/openness grok-1", "de"],
  ["ist grok open source?", "de"],
  ["/compare grok-1, olmo 2", "en"],
] as const)("the address of %s leads to its very picture, which may be kept", async (line, language) => {
  const reply = await say(line, language);
  const answer = await fetch(addressIn(reply));
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "image/png",
    "x-content-type-options": "nosniff",
    "cache-control": "public, max-age=31536000, immutable",
  });
  const expected = reply.scorecard && (await createPictures(silentLog).draw(reply.scorecard));
  expect(Buffer.from(await answer.arrayBuffer()).equals(expected ?? Buffer.alloc(0))).toBe(true);
});

test("a picture that has changed since is asked for again the next time", async () => {
  const old = addressIn(await say("/openness grok")).replace(/v=[\w-]+/, "v=older");
  const answer = await fetch(old, { method: "HEAD" });
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-cache"]);
});

test.each([
  "",
  "?command=openness&text=grok",
  "?command=openness&text=grok&lang=fr",
  "?command=define&text=model-weights&lang=en",
  "?command=nonsense&text=grok&lang=en",
  `?command=openness&lang=en&text=${"grok ".repeat(20)}`,
  "?command=openness&lang=en&text=%E0%A4%A",
])("there is no picture at /picture.png%s", async (query) => {
  const answer = await fetch(`${base}/picture.png${query}`);
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([404, "no-store"]);
});

test("a reply without a scorecard has no picture's address", async () => {
  expect(addressOf(await say("/define model-weights"), base)).toBeUndefined();
});
