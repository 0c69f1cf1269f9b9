import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { createLog } from "../src/log.ts";

test("a secret is blacked out wherever it turns up", async () => {
  const stream = new PassThrough();
  const log = createLog("info", stream, ["xoxb-very-secret", ""]);
  log.error({ err: new Error("token xoxb-very-secret was refused"), url: "?token=xoxb-very-secret" }, "no");
  log.info({ token: "xoxb-very-secret" }, "xoxb-very-secret");
  stream.end();
  const lines = await text(stream);
  expect(lines).toContain("[hidden]");
  expect(lines).not.toContain("very-secret");
});

test("lines below the level are not written", async () => {
  const stream = new PassThrough();
  createLog("warn", stream).info({}, "quiet");
  stream.end();
  expect(await text(stream)).toBe("");
});
