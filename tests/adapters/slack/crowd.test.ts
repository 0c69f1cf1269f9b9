import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Crowd, createCrowd } from "../crowd.ts";
import { openWorkplace, type Way, type Workplace } from "./workplace.ts";

describe.each<Way>(["socket", "http"])("over %s, while two hundred are being answered", (over) => {
  let crowd: Crowd;
  let place: Workplace;
  beforeEach(async () => {
    crowd = createCrowd();
    place = await openWorkplace({ over, bot: crowd.bot });
    await crowd.gather(() => place.slack.command("/openness", "timeline"));
  });
  afterEach(async () => {
    crowd.leave();
    await place.close();
  });
  const ask = (text: string) => place.slack.command("/openness", text, { user: "U0ELSE" });

  test("one more is answered after one of them, and a mention meanwhile", async () => {
    const next = ask("grok-1");
    const said = await place.slack.mention("fork", { user: "U0ELSE", channel: "C0ELSE" });
    expect((await place.slack.nextReply(said)).text).toContain("Fork");
    await crowd.release(200);
    expect((await next).message?.text).toContain("Grok-1");
  });

  test("whoever would be answered too late is told so, alone and in their language", async () => {
    const late = [ask("was sind modellgewichte?"), ask("what are model weights?")];
    await crowd.release(1_900);
    const [toGerman, toEnglish] = await Promise.all(late);
    expect(toGerman?.message).toMatchObject({
      only: "U0ELSE",
      text: expect.stringContaining("Einen Moment"),
    });
    expect(toEnglish?.message?.text).toContain("One moment, please.");
  });

  test("so is whoever has no turn in time, and the log says why", async () => {
    const late = ask("grok-1");
    await crowd.release(2_300);
    expect((await late).message?.text).toContain("One moment, please.");
    expect(place.logged()).toContain("more is asked at once than can be answered in time");
  });
});
