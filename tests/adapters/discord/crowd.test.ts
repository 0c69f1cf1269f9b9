import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { BotMessage } from "../../stand-ins/discord/bot-message.ts";
import { type Crowd, createCrowd } from "../crowd.ts";
import { type Connected, connect, receive } from "./connect.ts";

const german = { locale: "de" };
const pictures = ({ everyComponent }: BotMessage) => everyComponent.filter(({ type }) => type === 12);

describe.each([
  ["the gateway", connect],
  ["HTTP", receive],
])("over %s, while two hundred are being answered", (_way, join) => {
  let crowd: Crowd;
  let discord: Connected;
  beforeEach(async () => {
    crowd = createCrowd();
    discord = await join({}, {}, crowd.bot);
    await crowd.gather(() => discord.server.slash("timeline"));
  });
  afterEach(async () => {
    crowd.leave();
    await discord.stop();
  });
  const ask = (who = {}) => discord.server.slash("openness", { model: "grok-1" }, who);

  test("one more is answered after one of them, without its picture", async () => {
    const next = ask();
    await crowd.release(200);
    const { message } = await next;
    expect(message.text).toContain("Grok-1");
    expect(pictures(message)).toEqual([]);
  });

  test("whoever would be answered too late is told so, alone and in their language", async () => {
    const late = [ask(german), ask()];
    const typing = discord.server.autocomplete("openness", { name: "model", value: "gro" });
    await crowd.release(1_900);
    const [toGerman, toEnglish] = await Promise.all(late);
    expect(toGerman?.message).toMatchObject({ private: true, text: expect.stringContaining("Einen Moment") });
    expect(toEnglish?.message.text).toContain("Please ask again in a moment.");
    expect((await typing).answered).toBe(false);
  });

  test("what nobody waits for any more is not answered, and the log says why", async () => {
    const late = ask();
    await crowd.release(2_300);
    expect((await late).answered).toBe(false);
    expect(discord.lines).toContainEqual({
      level: "warn",
      facts: { adapter: "discord" },
      message: "more is asked at once than can be answered in time",
    });
  });
});
