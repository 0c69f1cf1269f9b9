import { expect, test } from "vitest";
import { encode, type File as Picture } from "../../../src/adapters/discord/form.ts";

const body = { type: 4, data: { flags: 64, text: "größer" } };
const png = (...bytes: readonly number[]): Picture => ({
  name: "openness.png",
  type: "image/png",
  data: Buffer.from(bytes),
});

/** Read as any other program would. */
async function read({ type, data }: ReturnType<typeof encode>) {
  const form = await new Response(data, { headers: { "content-type": type } }).formData();
  const [json, file] = [form.get("payload_json"), form.get("files[0]")];
  if (typeof json !== "string" || !(file instanceof File)) throw new Error("the form lacks a part");
  return {
    names: [...form.keys()],
    json: JSON.parse(json) as unknown,
    file: [file.name, file.type, ...new Uint8Array(await file.arrayBuffer())],
  };
}

test("words travel as JSON", () => {
  expect(encode(body)).toEqual({ type: "application/json", data: Buffer.from(JSON.stringify(body)) });
});

test("a picture travels with them in a form", async () => {
  expect(await read(encode(body, png(1, 13, 10, 2)))).toEqual({
    names: ["payload_json", "files[0]"],
    json: body,
    file: ["openness.png", "image/png", 1, 13, 10, 2],
  });
});

test("each is written once, and anew as soon as anything is another", async () => {
  const [picture, other] = [png(1), png(2)];
  expect(encode(body)).toBe(encode(body));
  expect(encode(body, picture)).toBe(encode(body, picture));
  expect((await read(encode(body, other))).file).toEqual(["openness.png", "image/png", 2]);
  expect(encode({ type: 4 }).data.toString()).toBe('{"type":4}');
});
