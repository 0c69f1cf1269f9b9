import { afterAll, beforeAll, expect, test } from "vitest";
import { openClient } from "../../src/adapters/discord/client.ts";
import { type Connected, connect, receive } from "../adapters/discord/connect.ts";

/** Everybody and everything that could be pinged. */
const everyone = "@everyone @here <@1> <@&1> <#1> </openness:1> <t:0:R> <id:home>";

let places: readonly Connected[];
beforeAll(async () => {
  places = [await connect({ overhear: ["*"] }, { intentsAllowed: 0xffff_ffff }), await receive()];
});
afterAll(async () => {
  for (const place of places) await place.stop();
});

test("Discord's library would ping nobody by itself", () => {
  const { client } = openClient({ token: "x", overhears: false });
  expect(client.options.allowedMentions).toEqual({ parse: [], repliedUser: false });
});

test("nothing that is sent to Discord may ping anybody, whatever was typed, pressed, shared or chosen", async () => {
  const [gateway, http] = places;
  if (gateway === undefined || http === undefined) throw new Error("not connected");
  for (const { server } of [gateway, http]) {
    for (const name of [
      "ask",
      "define",
      "openness",
      "help",
      "sources",
      "claims",
      "timeline",
      "compare",
      "no such",
    ])
      await server.slash(name, { question: everyone, term: everyone, model: everyone, topic: everyone });
    await server.menu("Explain this", { content: everyone });
    const answer = await server.slash("define", { term: "fork" });
    for (const { custom_id: code } of answer.message.everyComponent.filter(({ type }) => type === 2))
      await server.press(String(code), answer);
    await server.slash("settings", { action: "quiet" });
    await server.press("1:vote:en:down:family:grok");
    await server.press(everyone);
  }
  const { server } = gateway;
  const said = [`<@${server.botId}> ${everyone}`, `<@${server.botId}> grok`, "is grok really open source?"];
  for (const [index, text] of said.entries())
    await server.nextReply(server.say(text, { channel: `7${index}`, user: { id: `30${index}` } }));

  const overGateway = gateway.server.calls.map(({ body }) => body);
  const sent = messagesIn([overGateway, http.server.endpoint.received]);
  expect(sent.length).toBeGreaterThan(30);
  expect(sent.filter((one) => JSON.stringify(one) !== '{"parse":[],"replied_user":false}')).toEqual([]);
});

/** Of everything that is a message, whom it may ping. */
function messagesIn(value: unknown): readonly unknown[] {
  if (typeof value !== "object" || value === null) return [];
  const below = Object.values(value).flatMap(messagesIn);
  const isMessage = ("components" in value && "flags" in value) || "content" in value;
  const isComponent = "type" in value && !("message_reference" in value);
  return isMessage && !isComponent
    ? ["allowed_mentions" in value ? value.allowed_mentions : "none", ...below]
    : below;
}
