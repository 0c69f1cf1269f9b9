import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bot } from "../../chat.ts";
import { missingIn, readable } from "./drawn.ts";
import { openWorkplace, type Way, type Workplace } from "./workplace.ts";

const who = (user: string) => ({ user, channel: "C0GENERAL" });

describe.each<Way>(["socket", "http"])("over %s", (over) => {
  let place: Workplace;
  beforeAll(async () => {
    place = await openWorkplace({ over });
  });
  afterAll(() => place.close());

  const homeOf = async (user: string) => {
    await place.slack.openHome(who(user));
    return place.slack.until(() => place.slack.home(user));
  };

  test("the Home tab shows what the bot can do", async () => {
    const home = await homeOf("U0HOME1");
    expect(await missingIn(home, "/help")).toEqual([]);
    expect(readable(home.body)).toContain("Ask a question or type a name");
  });

  test("the Messages tab publishes nothing", async () => {
    await place.slack.openHome(who("U0HOME2"), "messages");
    await place.slack.command("/openness", "grok");
    expect(place.slack.home("U0HOME2")).toBeUndefined();
  });

  test("a question in the Home tab is answered there, in its language, and its buttons go on", async () => {
    const home = await homeOf("U0HOME3");
    const found = await place.slack.press(home, { action: "search", value: "was sind eigentlich gewichte?" });
    expect(found.by).toBe("view");
    expect(await missingIn(found.view, "was sind eigentlich gewichte?", "de")).toEqual([]);
    expect(readable(found.view?.body)).toContain("Frag etwas oder tippe einen Namen");
    if (found.view === undefined) throw new Error("no view");
    const next = await place.slack.press(found.view, { label: "In English" }, who("U0HOME3"));
    expect(await missingIn(next.view, "/define model-weights")).toEqual([]);
  });

  test("the terms can be browsed there, and nothing typed gives help", async () => {
    const home = await homeOf("U0HOME4");
    const terms = await place.slack.press(home, { action: "browse" });
    expect(await missingIn(terms.view, "/define")).toEqual([]);
    const empty = await place.slack.press(home, { action: "search", value: " " });
    expect(await missingIn(empty.view, "/help")).toEqual([]);
  });

  test("a comparison is a list there, because the tab has no tables", async () => {
    const home = await homeOf("U0HOME5");
    const found = await place.slack.press(home, { action: "search", value: "/compare grok-1, olmo 2" });
    expect(await missingIn(found.view, "/compare grok-1, olmo 2")).toEqual([]);
  });

  test("the global shortcut opens a modal that completes names and shows what was picked", async () => {
    const { by, view } = await place.slack.shortcut("lookup_term", who("U0MODAL"));
    expect(by).toBe("view");
    if (view === undefined) throw new Error("no view");
    const { options = [] } = await place.slack.suggest(view, "lookup_term", "gro");
    expect(options[0]).toMatchObject({ text: { text: "Grok (xAI)" }, value: "grok" });
    const picked = { type: "external_select", selected_option: options[1] };
    const found = await place.slack.submit(view, { lookup_term: { lookup_term: picked } });
    expect(found).toMatchObject({ by: "ack", payload: { response_action: "update" } });
    expect(await missingIn(found.view, "/openness grok-1")).toEqual([]);
    if (found.view === undefined) throw new Error("no view");
    const next = await place.slack.press(found.view, { label: "Auf Deutsch" });
    expect(await missingIn(next.view, "/openness grok-1", "de")).toEqual([]);
  });

  test("what is offered fits, and what means nothing offers nothing", async () => {
    const { view } = await place.slack.shortcut("lookup_term", who("U0MODAL2"));
    if (view === undefined) throw new Error("no view");
    for (const typed of ["o", "lic", "gewi", "<!channel>", "x".repeat(3_000)]) {
      const { options, delivery } = await place.slack.suggest(view, "lookup_term", typed);
      expect(delivery).toBe("acked");
      expect(options, typed).toBeDefined();
    }
    const none = await place.slack.suggest(view, "lookup_term", "qqqqqqqq");
    expect(none.options).toEqual([]);
  });
});

// "field-of-use-restriction" would be taken for English.
test.each(["open", "use"])("every name offered for %s leads to its entry, in German", async (typed) => {
  const place = await openWorkplace({ language: "de" });
  const { view } = await place.slack.shortcut("lookup_term", who("U0MODAL"));
  if (view === undefined) throw new Error("no view");
  const { options = [] } = await place.slack.suggest(view, "lookup_term", typed);
  expect(options.length).toBeGreaterThan(0);
  for (const [index, option] of options.entries()) {
    const opened = await place.slack.shortcut("lookup_term", who(`U0MODAL${index}`));
    if (opened.view === undefined) throw new Error("no view");
    const picked = { type: "external_select", selected_option: option };
    const found = await place.slack.submit(opened.view, { lookup_term: { lookup_term: picked } });
    const reply = await bot.answer({
      command: "ask",
      text: option.value,
      language: "de",
      place: { adapter: "slack", shared: false },
      person: "x",
    });
    expect(reply.band, option.value).toBe("answer");
    expect(readable(found.payload)).toContain(reply.title);
  }
  await place.close();
});
