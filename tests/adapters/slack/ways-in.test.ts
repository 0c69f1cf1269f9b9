import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Message } from "../../stand-ins/slack/slack.ts";
import { missingIn, readable } from "./drawn.ts";
import { openWorkplace, type Way, type Workplace } from "./workplace.ts";

let persons = 0;
/** Somebody else each time, so that nobody is too fast. */
function somebody(channel = "C0GENERAL") {
  persons += 1;
  return { user: `U0P${persons}`, channel };
}

describe.each<Way>(["socket", "http"])("over %s", (over) => {
  let place: Workplace;
  beforeAll(async () => {
    place = await openWorkplace({ over });
  });
  afterAll(() => place.close());

  const notices = () => place.slack.callsOf("chat.postMessage").length;

  test("a slash command is answered in its acknowledgement, to one person", async () => {
    const who = somebody();
    const answer = await place.slack.command("/openness", "grok", who);
    expect(answer).toMatchObject({ by: "ack", payload: { response_type: "ephemeral" } });
    expect(answer.message?.only).toBe(who.user);
    expect(await missingIn(answer.message, "/openness grok")).toEqual([]);
  });

  test.each([
    ["/openness", "", "/help"],
    ["/openness", "help privacy", "/help privacy"],
    ["/openness", "compare grok-1, olmo 2", "/compare grok-1, olmo 2"],
    ["/openness", "claims", "/claims"],
    ["/openness", "what are model weights?", "what are model weights?"],
    ["/openness", "is grok open", "/openness is grok open"],
    ["/define", "", "/define"],
    ["/define", "open weights", "/define open weights"],
    ["/define", "help", "/help"],
  ])("%s %s gives what %s gives", async (command, text, line) => {
    const answer = await place.slack.command(command, text, somebody());
    expect(answer.by).toBe("ack");
    expect(await missingIn(answer.message, line)).toEqual([]);
  });

  test("a German question is answered in German", async () => {
    const answer = await place.slack.command("/openness", "was sind eigentlich gewichte?", somebody());
    expect(await missingIn(answer.message, "was sind eigentlich gewichte?", "de")).toEqual([]);
  });

  test("a mention is answered in its thread, for all, without unfolding links", async () => {
    const said = await place.slack.mention("is grok open source?", somebody());
    const reply = await place.slack.nextReply(said);
    expect(reply).toMatchObject({ thread: said.ts, body: { unfurl_links: false, unfurl_media: false } });
    expect(reply.only).toBeUndefined();
    expect(await missingIn(reply, "is grok open source?")).toEqual([]);
  });

  test("a mention within a thread is answered in that thread", async () => {
    const root = await place.slack.say("good morning", somebody());
    const said = await place.slack.mention("define open weights", { ...somebody(), thread: root.ts });
    expect((await place.slack.nextReply(said)).thread).toBe(root.ts);
  });

  test("a mention without words gets help", async () => {
    expect(
      await missingIn(await place.slack.nextReply(await place.slack.mention("", somebody())), "/help"),
    ).toEqual([]);
  });

  test("a direct message is answered beside it; within a thread, in the thread", async () => {
    const who = somebody();
    const said = await place.slack.direct("is grok open source?", who);
    const reply = await place.slack.nextReply(said);
    expect(reply.thread).toBeUndefined();
    expect(await missingIn(reply, "is grok open source?")).toEqual([]);
    const deeper = await place.slack.direct("what are weights?", { ...who, thread: reply.ts });
    expect((await place.slack.nextReply(deeper)).thread).toBe(reply.ts);
  });

  test("links, escapes and mentions in a message are read as words", async () => {
    const text = "what is <https://x.example|open weights> &amp; <@U0OTHER>?";
    const reply = await place.slack.nextReply(await place.slack.direct(text, somebody()));
    expect(await missingIn(reply, "what is open weights & ?")).toEqual([]);
  });

  test("what nobody asked the bot is not answered", async () => {
    const before = notices();
    await place.slack.say("is grok open source?", somebody());
    await place.slack.say("is grok open source?", somebody("G0PRIVATE"));
    await place.slack.command("/openness", "grok", somebody());
    expect(notices()).toBe(before);
  });

  test("in direct messages of two people an answer is for one of them", async () => {
    const theirs = await place.slack.command("/openness", "grok", somebody("D0THEIRS"));
    expect(theirs.payload["response_type"]).toBe("ephemeral");
    const who = somebody("D0OURS");
    await place.slack.event({
      type: "app_home_opened",
      user: who.user,
      channel: who.channel,
      tab: "messages",
    });
    const ours = await place.slack.command("/openness", "grok", who);
    expect(ours.payload["response_type"]).toBe("in_channel");
    expect(JSON.stringify(ours.payload)).not.toContain('"share"');
    const talker = somebody();
    await place.slack.nextReply(await place.slack.direct("help", talker));
    const channel = `D${talker.user.slice(1)}`;
    const talked = await place.slack.command("/openness", "grok", { ...talker, channel });
    expect(talked.payload["response_type"]).toBe("in_channel");
  });

  test("the shortcut of a message explains it to one person", async () => {
    const text = "Grok-1 has open weights under Apache 2.0";
    const said = await place.slack.say(text, somebody());
    const who = somebody();
    const answer = await place.slack.messageShortcut("explain_message", said, who);
    expect(answer).toMatchObject({ by: "response_url", message: { only: who.user } });
    expect(await missingIn(answer.message, `/explain ${text}`)).toEqual([]);
  });

  test("a message without words is said to have none; attachments are words", async () => {
    const said = await place.slack.say("", somebody());
    const answer = await place.slack.messageShortcut("explain_message", said, somebody());
    expect(readable(answer.message?.body)).toContain("There is no text in this message.");
    const text = "Grok-1 has open weights under Apache 2.0";
    const attachments = [{ id: 1 }, { text }, "neither"];
    const ofBot = { ...said, body: { ...said.body, attachments } };
    const explained = await place.slack.messageShortcut("explain_message", ofBot, somebody());
    expect(await missingIn(explained.message, `/explain ${text}`)).toEqual([]);
  });

  test("the events of one message are answered once", async () => {
    const said = await place.slack.mention("is grok open source?", somebody());
    await place.slack.nextReply(said);
    for (const event of said.events) await place.slack.redeliver(event);
    await place.slack.command("/openness", "grok", somebody());
    expect(place.slack.replies(said)).toHaveLength(1);
  });

  test("one message that makes two different events is answered once", async () => {
    const before = notices();
    const about = { channel: "C0GENERAL", ts: "1700000000.000001", user: somebody().user };
    const text = `<@${place.slack.botUser}> is grok open source?`;
    await place.slack.event({ type: "app_mention", ...about, text });
    await place.slack.event({ type: "app_mention", ...about, text, client_msg_id: "another" });
    await place.slack.until(() => (notices() > before ? true : undefined));
    await place.slack.command("/openness", "grok", somebody());
    expect(notices()).toBe(before + 1);
  });

  test("bots, edits, its own words and other events are left alone", async () => {
    const before = notices();
    const asked = `<@${place.slack.botUser}> is grok open source?`;
    const said: Message = await place.slack.say(asked, somebody());
    await place.slack.edit(said, `${asked}!`);
    await place.slack.say(asked, somebody("D0BOTS"), { subtype: "bot_message", bot_id: "B0OTHER" });
    await place.slack.say("is grok open source?", somebody("D0BOTS"), { bot_id: "B0OTHER" });
    await place.slack.say("is grok open source?", somebody("D0JOIN"), { subtype: "channel_join" });
    const about = { channel: "C0GENERAL", ts: "1.000001", text: asked };
    await place.slack.event({ type: "app_mention", ...about, user: "U0X", bot_id: "B0OTHER" });
    await place.slack.event({ type: "app_mention", ...about, user: place.slack.botUser });
    await place.slack.event({ type: "app_mention", ...about, user: "U0X", edited: { user: "U0X", ts: "2" } });
    await place.slack.command("/openness", "grok", somebody());
    expect(notices()).toBe(before);
  });
});

describe("where questions are answered unasked", () => {
  let place: Workplace;
  beforeAll(async () => {
    place = await openWorkplace({ overhear: ["C0LISTENED"] });
  });
  afterAll(() => place.close());

  test("a sure answer is given in the thread, and says why", async () => {
    const said = await place.slack.say("ist grok eigentlich open source??", somebody("C0LISTENED"));
    const reply = await place.slack.nextReply(said);
    expect(reply.thread).toBe(said.ts);
    expect(readable(reply.body)).toContain("Beantwortet, weil Fragen in diesem Kanal eingeschaltet sind.");
  });

  test("other channels, chatter and what is meant for the bot by name are left alone", async () => {
    const before = place.slack.callsOf("chat.postMessage").length;
    await place.slack.say("is grok open source?", somebody("C0OTHER"));
    await place.slack.say("good morning everybody", somebody("C0LISTENED"));
    // The mention of the same message comes as an event of its own.
    await place.slack.say(`<@${place.slack.botUser}> what is a licence?`, somebody("C0LISTENED"));
    const both = await place.slack.mention("what are model weights?", somebody("C0LISTENED"));
    await place.slack.nextReply(both);
    expect(place.slack.callsOf("chat.postMessage").length).toBe(before + 1);
  });
});
