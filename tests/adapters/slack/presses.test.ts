import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { missingIn, readable } from "./drawn.ts";
import { openWorkplace, type Way, type Workplace } from "./workplace.ts";

let persons = 0;
function somebody(channel = "C0GENERAL") {
  persons += 1;
  return { user: `U0B${persons}`, channel };
}

describe.each<Way>(["socket", "http"])("over %s", (over) => {
  let place: Workplace;
  beforeAll(async () => {
    place = await openWorkplace({ over });
  });
  afterAll(() => place.close());

  const asked = async (text: string) => {
    const { message } = await place.slack.command("/openness", text, somebody());
    if (message === undefined) throw new Error("no answer");
    return message;
  };

  test("a button answers its question to whoever pressed it, and leaves the card", async () => {
    const card = await asked("define model-weights");
    const answer = await place.slack.press(card, { label: "Parameters" });
    expect(answer).toMatchObject({
      by: "response_url",
      payload: { response_type: "ephemeral", replace_original: false },
      message: { only: card.only },
    });
    expect(await missingIn(answer.payload, "/define parameters")).toEqual([]);
  });

  test("a menu does the same", async () => {
    const answer = await place.slack.press(await asked("grok"), { action: "pick-0", label: "Grok-1" });
    expect(await missingIn(answer.payload, "/openness grok-1")).toEqual([]);
  });

  test("the button for the other language answers in it", async () => {
    const answer = await place.slack.press(await asked("define model-weights"), { label: "Auf Deutsch" });
    expect(await missingIn(answer.payload, "/define model-weights", "de")).toEqual([]);
  });

  test("share shows the card to all, with who shared it", async () => {
    const card = await asked("define model-weights");
    const answer = await place.slack.press(card, { action: "share" });
    expect(answer.payload).toMatchObject({ response_type: "in_channel", replace_original: false });
    expect(answer.message?.only).toBeUndefined();
    expect(readable(answer.payload)).toContain(`Shared by <@${card.only}>`);
    expect(await missingIn(answer.payload, "/define model-weights")).toEqual([]);
  });

  test("a vote is thanked for, and counted without who it was", async () => {
    const card = await asked("define model-weights");
    const answer = await place.slack.press(card, { action: "vote", label: "Helpful" });
    expect(readable(answer.payload)).toContain("Thank you.");
    expect(await place.store.votes()).toMatchObject([
      { entry: "term:model-weights", verdict: "helpful", count: 1 },
    ]);
    expect(place.logged()).not.toContain(card.only);
  });

  test("whoever asked can delete a public answer, and nobody else", async () => {
    const who = somebody();
    const said = await place.slack.mention("is grok open source?", who);
    const reply = await place.slack.nextReply(said);
    await expect(place.slack.press(reply, { action: "delete" }, somebody())).rejects.toThrow(
      "nothing to press",
    );
    const answer = await place.slack.press(reply, { action: "delete" }, who);
    expect(answer.payload).toEqual({ delete_original: true });
    expect(place.slack.replies(said)).toEqual([]);
  });

  test("a press in a thread is answered there", async () => {
    const said = await place.slack.mention("what are model weights?", somebody());
    const reply = await place.slack.nextReply(said);
    const answer = await place.slack.press(reply, { label: "Parameters" }, somebody());
    expect(answer.message).toMatchObject({ thread: said.ts });
  });

  test("a button of an older version says that it is too old", async () => {
    const card = await asked("define model-weights");
    const [old] = [{ ...card, blocks: card.blocks.map(aged) }];
    const answer = await place.slack.press(old, { action: "ask-0" });
    expect(readable(answer.payload)).toContain("This button is too old.");
  });
});

type Block = Awaited<ReturnType<Workplace["slack"]["nextReply"]>>["blocks"][number];

/** As it was before we changed what buttons carry. */
function aged(block: Block): Block {
  return JSON.parse(JSON.stringify(block).replaceAll('"1:ask:', '"0:ask:'));
}
