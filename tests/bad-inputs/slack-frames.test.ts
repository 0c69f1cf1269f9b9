import { assert, asyncProperty, constantFrom } from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorkplace, type Workplace } from "../adapters/slack/workplace.ts";
import { jsonMutantsOf } from "./mutate-json.ts";
import { mutations, seed } from "./ways.ts";

let place: Workplace;
const failed: unknown[] = [];
/** What `isAnswering` gives when it is. */
const fine = ["ack", "ack"];
const note = (error: unknown) => failed.push(error);
beforeAll(async () => {
  process.on("unhandledRejection", note);
  place = await openWorkplace({ overhear: ["*"] });
  await bothOpen();
});
afterAll(async () => {
  process.off("unhandledRejection", note);
  await place.close();
});

const bothOpen = () => place.slack.until(() => (place.slack.openSockets >= 2 ? true : undefined), 20_000);

/** Two, because the sockets take turns. */
async function isAnswering(): Promise<readonly string[]> {
  await bothOpen();
  const answers = [
    await place.slack.command("/openness", "grok"),
    await place.slack.command("/define", "fork"),
  ];
  return answers.map(({ by }) => by);
}

describe("a frame that is none is passed over, and what comes next is answered", () => {
  test.each<readonly [string, string | Uint8Array]>([
    ["bytes", new Uint8Array([0, 1, 2, 255, 254])],
    ["nothing", ""],
    ["half a character", new Uint8Array([0xed, 0xa0, 0x80])],
    ["an envelope named like a part of every object", '{"type":"__proto__","envelope_id":"1","payload":{}}'],
    ["a payload that is null", '{"type":"slash_commands","envelope_id":"2","payload":null}'],
    ["a payload that is a text", '{"type":"interactive","envelope_id":"3","payload":"{}"}'],
    ["an envelope without an id", '{"type":"slash_commands","payload":{"command":"/openness"}}'],
    ["an envelope whose id is a list", '{"type":"events_api","envelope_id":["1"],"payload":{}}'],
    [
      "a megabyte",
      JSON.stringify({
        type: "slash_commands",
        envelope_id: "4",
        payload: { command: "/openness", text: "x".repeat(1_000_000) },
      }),
    ],
    ["1,000 brackets", "[".repeat(1_000)],
  ])("%s", async (_, frame) => {
    place.slack.sendFrame(frame);
    expect([...(await isAnswering()), ...failed.splice(0)]).toEqual(fine);
  });
});

const common = { team_id: "T0STANDIN", team: { id: "T0STANDIN" }, api_app_id: "A0STANDIN", token: "t" };
const inMessage = {
  ...common,
  user: { id: "U7", team_id: "T0STANDIN" },
  channel: { id: "C7" },
  trigger_id: "7.1",
  // Nobody listens there.
  response_url: "http://127.0.0.1:9/none",
};
const payloads: readonly (readonly [type: string, payload: object])[] = [
  ["slash_commands", { ...inMessage, command: "/openness", text: "grok", user_id: "U7", channel_id: "C7" }],
  [
    "events_api",
    {
      ...common,
      type: "event_callback",
      event_id: "Ev7",
      event_time: 1,
      authorizations: [{ team_id: "T0STANDIN", user_id: "U0BOT" }],
      event: { type: "app_mention", channel: "C7", user: "U7", ts: "7.2", text: "<@U0BOT> grok" },
    },
  ],
  [
    "events_api",
    {
      ...common,
      type: "event_callback",
      event_id: "Ev8",
      event: { type: "message", channel: "D7", channel_type: "im", user: "U7", ts: "7.3", text: "grok" },
    },
  ],
  [
    "events_api",
    {
      ...common,
      type: "event_callback",
      event_id: "Ev9",
      event: { type: "app_home_opened", user: "U7", channel: "D7", tab: "home" },
    },
  ],
  [
    "interactive",
    {
      ...inMessage,
      type: "block_actions",
      container: { type: "message", channel_id: "C7", message_ts: "7.4" },
      actions: [
        { type: "button", action_id: "a", block_id: "b", action_ts: "7.5", value: "1:ask:en:ask:grok" },
      ],
    },
  ],
  [
    "interactive",
    {
      ...inMessage,
      type: "view_submission",
      view: {
        id: "V7",
        hash: "1",
        type: "modal",
        callback_id: "settings",
        private_metadata: "1:settings:de:C7",
        state: { values: { mode: { mode: { type: "radio_buttons", selected_option: { value: "off" } } } } },
      },
    },
  ],
  [
    "interactive",
    {
      ...inMessage,
      type: "block_suggestion",
      action_id: "lookup_term",
      block_id: "lookup_term",
      value: "gro",
    },
  ],
  [
    "interactive",
    {
      ...inMessage,
      type: "message_action",
      callback_id: "explain_message",
      message: { type: "message", ts: "7.6", text: "grok", attachments: [{ text: "weights" }] },
    },
  ],
];

test("a frame of Slack's in which something else stands ends nothing", async () => {
  const mutants = constantFrom(...payloads).chain(([type, payload]) =>
    jsonMutantsOf({ envelope_id: "7", type, accepts_response_payload: true, payload }, ["type"]),
  );
  let sent = 0;
  await assert(
    asyncProperty(mutants, async (mutant) => {
      place.slack.sendFrame(mutant);
      sent += 1;
      expect(sent % 100 === 0 ? await isAnswering() : fine).toEqual(fine);
    }),
    { numRuns: mutations * payloads.length, seed },
  );
  expect([...(await isAnswering()), ...failed.splice(0)]).toEqual(fine);
}, 600_000);
