import { describe, expect, test } from "vitest";
import { createDiscordPreview } from "../../../src/adapters/discord/preview.ts";
import { createSlackPreview } from "../../../src/adapters/slack/preview.ts";
import type { Scene, Sent } from "../../../src/preview.ts";
import { createPictures } from "../../../src/picture/picture.ts";
import { bot, silentLog } from "../../chat.ts";

const discord = createDiscordPreview({ bot, pictures: createPictures(silentLog), log: silentLog });
const slack = createSlackPreview({ bot, publicUrl: undefined, log: silentLog });
let count = 0;
const sceneOf = (given: Partial<Scene> = {}): Scene => ({
  language: "en",
  place: "channel",
  overheard: false,
  channel: String((count += 1)),
  person: "7",
  ...given,
});
const kindsOf = (sent: readonly Sent[]) =>
  sent.map((one) => (one.kind === "delete" ? "delete" : one.isPrivate ? "private" : "public"));
const written = (sent: readonly Sent[]) => JSON.stringify(sent);

describe.each([
  ["Discord", discord, "/openness model: grok", "@Openness is grok open source?"],
  ["Slack", slack, "/openness grok", "@openness is grok open source?"],
] as const)("on %s without its network", (name, preview, command, mention) => {
  test("a command in a channel is answered to one person, and shared by a button", async () => {
    const scene = sceneOf();
    const { said, sent } = await preview.type("/openness grok", scene);
    expect([said, kindsOf(sent)]).toEqual([command, ["private"]]);
    const code = "1:share:en:openness:grok";
    const press = { type: name === "Slack" ? "button" : "2", id: code, value: code, isPrivate: true };
    expect(kindsOf(await preview.press(press, scene))).toEqual(["public"]);
    // The second time it is there already.
    expect(kindsOf(await preview.press(press, scene))).toEqual(["private"]);
  });

  test("a mention is answered to everyone, and deleted by whoever asked", async () => {
    const scene = sceneOf();
    const { said, sent } = await preview.type("is grok open source?", scene);
    expect([said, kindsOf(sent)]).toEqual([mention, ["public"]]);
    const code = `1:delete:en:${name === "Slack" ? "U" : ""}7`;
    const press = { type: name === "Slack" ? "icon_button" : "2", id: code, value: code, isPrivate: false };
    expect(kindsOf(await preview.press(press, scene))).toEqual(["delete"]);
    expect(kindsOf(await preview.press(press, { ...scene, person: "8" }))).toEqual(["private"]);
  });

  test("what is overheard is answered briefly or not at all, and in a direct message always", async () => {
    const heard = (line: string, given: Partial<Scene>) => preview.type(line, sceneOf(given));
    expect(kindsOf((await heard("what are model weights?", { overheard: true })).sent)).toEqual(["public"]);
    expect((await heard("lunch at noon?", { overheard: true })).sent).toEqual([]);
    expect(kindsOf((await heard("lunch at noon?", { place: "direct" })).sent)).toEqual(["public"]);
  });

  test("a menu sends what was chosen in it", async () => {
    const chosen = {
      type: name === "Slack" ? "static_select" : "3",
      id: "menu:0",
      value: "1:ask:en:openness:grok-1",
    };
    const sent = await preview.press({ ...chosen, isPrivate: true }, sceneOf());
    expect(written(sent)).toContain("Grok-1: Open weights");
  });

  test("names alone are answered in the language of the setting", async () => {
    const { sent } = await preview.type("/openness grok", sceneOf({ language: "de" }));
    expect(written(sent)).toContain("Es kommt auf die Version an");
  });

  test("each message says how much of the limits it takes up", async () => {
    const { sent } = await preview.type("/compare grok-1, olmo 2", sceneOf());
    const [first] = sent;
    const usage = first?.kind === "message" ? first.usage : [];
    expect(usage.map(({ of }) => of)).toEqual(
      name === "Slack" ? ["blocks", "notice", "cells"] : ["components", "characters"],
    );
    for (const { used, most } of usage) expect(used > 0 && used <= most).toBe(true);
  });
});

describe("Discord's client", () => {
  test.each([
    ["/compare grok-1 llama-4 olmo-3", "/compare first: grok-1 second: llama-4 third: olmo-3"],
    ["/compare olmo 2, grok 1", "/compare first: olmo 2 second: grok 1"],
    ["/define   open weights ", "/define term: open weights"],
    ["/help", "/help"],
    ["/nonsense x", "@Openness /nonsense x"],
  ])("takes %s apart", async (line, said) => {
    expect((await discord.type(line, sceneOf())).said).toBe(said);
  });

  const completed = async (line: string) =>
    (await discord.complete(line, sceneOf())).map(({ value }) => value);

  test("completes the names of commands, then what they take", async () => {
    expect(await completed("/")).toContain("/openness ");
    expect(await completed("/de")).toEqual(["/define "]);
    expect(await completed("/openness gro")).toContain("/openness grok");
    expect(await completed("/compare grok-1, oLm")).toContain("/compare grok-1, olmo-2");
    expect(await completed("/help ab")).toEqual(["/help about"]);
    expect(await completed("is grok open")).toEqual([]);
    expect(await completed("/nonsense x")).toEqual([]);
  });
});

test("on Slack, what has no slash command of its own stands behind /openness", async () => {
  const said = async (line: string) => (await slack.type(line, sceneOf())).said;
  expect(await said("/compare grok-1, olmo 2")).toBe("/openness compare grok-1, olmo 2");
  expect(await said("/define weights")).toBe("/define weights");
  expect(await said("/nonsense x")).toBe("@openness /nonsense x");
});
