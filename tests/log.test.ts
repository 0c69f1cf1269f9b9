import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
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

describe("of an error", () => {
  const logged = async (facts: object, secrets: readonly string[] = []) => {
    const stream = new PassThrough();
    createLog("trace", stream, secrets).error(facts, "failed");
    stream.end();
    return text(stream);
  };

  test("is written what it is, where it happened and what caused it, and nothing that it carries along", async () => {
    const cause = Object.assign(new Error("the cause"), { requestBody: { json: "what a person asked" } });
    const error = Object.assign(new RangeError("the error", { cause }), {
      code: 50_013,
      data: { nested: [{ text: "what a person asked" }] },
      detail: "Key (text)=(what a person asked) already exists.",
    });
    const line = await logged({ err: error });
    expect(line).not.toContain("asked");
    expect(JSON.parse(line)).toMatchObject({
      err: { type: "RangeError", message: "the error", code: 50_013, cause: { message: "the cause" } },
    });
    expect(line).toContain("log.test.ts");
  });

  test("a text that cannot be parsed is not quoted", async () => {
    const line = await logged({ err: parsing("what a person asked") });
    expect(line).toContain("SyntaxError");
    expect(line).not.toContain("what");
  });

  test.each(["what a person asked", { text: "what a person asked" }, null])(
    "that is none only its kind is written: %j",
    async (thrown) => {
      const line = await logged({ err: thrown });
      expect(line).toContain(`thrown: ${typeof thrown}`);
      expect(line).not.toContain("asked");
    },
  );

  test("that was caused by itself no end is sought", async () => {
    const error = new Error("round and round");
    error.cause = error;
    expect(await logged({ err: error })).toContain("round and round");
  });
});

function parsing(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    return error;
  }
}
