import { describe, expect, test } from "vitest";
import { readInteraction } from "../../../src/adapters/discord/interaction.ts";
import { bot } from "../../chat.ts";

/** As JSON, because Discord may send what its types do not allow. */
function read(given: object) {
  const event = { id: "1", token: "t", application_id: "2", channel_id: "3", locale: "en-US", ...given };
  return readInteraction(JSON.parse(JSON.stringify(event)), bot.commands);
}
const ada = { user: { id: "4" } };
const command = (options: readonly object[], more: object = {}) =>
  read({ type: 2, ...ada, data: { type: 1, name: "openness", options }, ...more });

describe("where it happens", () => {
  test.each([
    ["a server", { guild_id: "5", member: ada, context: 0 }, true],
    ["a direct message with the bot", { context: 1 }, false],
    ["a direct message with somebody else, or a group", { context: 2 }, true],
    ["a server, of an app without contexts", { guild_id: "5", member: ada }, true],
    ["a direct message, of an app without contexts", { channel: { id: "3", type: 1 } }, false],
    ["a group, of an app without contexts", { channel: { id: "3", type: 3 } }, true],
  ])("%s", (_, where, shared) => {
    expect(command([], where)).toMatchObject({ heard: { shared, person: "4", channel: "3", ids: ["1"] } });
  });
});

describe("what is odd", () => {
  test("an option that is no text is read as one", () => {
    const found = command([{ name: "model", type: 4, value: 4 }]);
    expect(found).toMatchObject({ heard: { ask: { command: "openness", text: "4" } } });
  });

  test("names of the language itself are no options", () => {
    const found = command([{ name: "__proto__", type: 3, value: "x" }]);
    expect(found).toMatchObject({ heard: { ask: { text: "" } } });
  });

  test("nobody in particular, and no language", () => {
    const found = command([{ name: "model", type: 3, value: "grok" }], {
      user: undefined,
      locale: undefined,
    });
    expect(found).toMatchObject({ heard: { person: "", reader: "en", ask: { text: "grok" } } });
  });

  test("a menu without a choice is a button that is too old", () => {
    const data = { component_type: 3, custom_id: "menu:0", values: [] };
    expect(read({ type: 3, ...ada, data, message: {} })).toMatchObject({
      pressed: { code: "", moderator: false },
    });
  });

  test.each([
    ["a ping", { type: 1 }],
    ["a command on a person", { type: 2, data: { type: 2, name: "x" } }],
    ["a kind that is not known yet", { type: 99, data: {} }],
  ])("%s is left alone", (_, event) => {
    expect(read({ ...ada, ...event })).toBeUndefined();
  });

  test("a forwarded message is explained by what was forwarded", () => {
    const messages = { "6": { content: "", message_snapshots: [{ message: { content: "open weights" } }] } };
    const data = { type: 3, name: "Explain this", target_id: "6", resolved: { messages } };
    expect(read({ type: 2, ...ada, data })).toMatchObject({
      heard: { ask: { command: "explain", text: "open weights" } },
    });
  });
});
