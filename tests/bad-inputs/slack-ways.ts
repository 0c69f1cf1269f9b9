import { codes } from "./codes.ts";
import { escaped, fresh, happen, self } from "./slack-place.ts";
import type { Way } from "./ways.ts";

type Left = Awaited<ReturnType<typeof happen>>;

const within = (before: string, given: unknown) => (typeof given === "string" ? `${before}${given}` : given);
const answered = ({ messages, views, others, faults }: Left) =>
  messages.length + views.length + others > 0 ? faults : [...faults, "no answer"];
/** Silence is an answer, or nobody said anything. */
const perhaps = ({ faults }: Left) => faults;

const command = (name: string): Way => ({
  name: `Slack, ${name}`,
  try: async (given) => {
    const person = fresh("U");
    const body = {
      command: name,
      text: escaped(given),
      channel_id: fresh("C"),
      channel_name: "general",
      user_id: person,
      user_name: "ada",
      trigger_id: fresh("1."),
      response_url: "none",
    };
    return answered(await happen(body, person));
  },
});

const say = async (text: unknown, about: object): Promise<Left> => {
  const person = fresh("U");
  const ts = fresh("1.");
  const event = { type: "message", user: person, ts, event_ts: ts, text, team: "T1", ...about };
  return happen({ type: "event_callback", event_id: fresh("Ev"), event_time: 1, event }, person);
};

const messages: readonly Way[] = [
  {
    name: "Slack, a mention",
    try: async (given) => {
      const about = { type: "app_mention", channel: fresh("C") };
      return answered(await say(within(`<@${self}> `, escaped(given)), about));
    },
  },
  {
    name: "Slack, a direct message",
    try: async (given) => answered(await say(escaped(given), { channel: fresh("D"), channel_type: "im" })),
  },
  {
    name: "Slack, a message to nobody in particular",
    try: async (given) =>
      perhaps(await say(escaped(given), { channel: fresh("C"), channel_type: "channel" })),
  },
  {
    name: "Slack, a message as an attacker would write it",
    // Not escaped: as if Slack forgot it once.
    try: async (given) => answered(await say(given, { channel: fresh("D"), channel_type: "im" })),
  },
];

const interaction = async (about: object): Promise<readonly string[]> => {
  const person = fresh("U");
  const body = {
    user: { id: person, username: "ada", team_id: "T1" },
    trigger_id: fresh("1."),
    response_url: "none",
    ...about,
  };
  return answered(await happen(body, person));
};

const inMessage = () => {
  const channel = fresh("C");
  return {
    channel: { id: channel, name: "general" },
    container: { type: "message", message_ts: "1.1", channel_id: channel, is_ephemeral: false },
    message: { type: "message", ts: "1.1", text: "" },
  };
};
const act = (action: object, about: object) =>
  interaction({
    type: "block_actions",
    actions: [{ action_id: "any", block_id: "block", action_ts: fresh("1."), ...action }],
    ...about,
  });

const presses: readonly Way[] = [
  ...codes.map((code) => ({
    name: `Slack, a button with ${code || "nothing"} in front`,
    try: (given: unknown) => act({ type: "button", value: escaped(within(code, given)) }, inMessage()),
  })),
  {
    name: "Slack, a menu",
    try: (given) => act({ type: "static_select", selected_option: { value: escaped(given) } }, inMessage()),
  },
  {
    name: "Slack, a button in a window",
    try: (given) => act({ type: "button", value: escaped(given) }, { view: { id: "V1", type: "modal" } }),
  },
  {
    name: "Slack, the field in the Home tab",
    try: (given) =>
      act(
        { type: "plain_text_input", action_id: "search", value: escaped(given) },
        { view: { id: "V1", type: "home" } },
      ),
  },
];

const settings = (code: unknown, given: unknown) => {
  const values = Object.fromEntries(
    ["where", "mode", "language", "collect"].map((id) => [
      id,
      { [id]: { type: "radio_buttons", selected_option: { value: given } } },
    ]),
  );
  const view = { id: fresh("V"), hash: "1", type: "modal", callback_id: "settings" };
  return interaction({
    type: "view_submission",
    view: { ...view, private_metadata: code, state: { values } },
  });
};

const windows: readonly Way[] = [
  { name: "Slack, a window's fields", try: (given) => settings("1:settings:de:C77", escaped(given)) },
  { name: "Slack, a window's code", try: (given) => settings(within("1:settings:de:", given), "usual") },
  {
    name: "Slack, what was looked up in a window",
    try: (given) => {
      const picked = { type: "external_select", selected_option: { value: escaped(given) } };
      const view = { id: fresh("V"), hash: "1", type: "modal", callback_id: "lookup_term" };
      const state = { values: { lookup_term: { lookup_term: picked } } };
      return interaction({ type: "view_submission", view: { ...view, state } });
    },
  },
  {
    name: "Slack, typing in a window",
    try: (given) =>
      interaction({
        type: "block_suggestion",
        action_id: "lookup_term",
        block_id: "lookup_term",
        value: escaped(given),
        view: { id: "V1", type: "modal" },
      }),
  },
  {
    name: "Slack, the menu of a message",
    try: (given) =>
      interaction({
        type: "message_action",
        callback_id: "explain_message",
        ...inMessage(),
        message: { type: "message", ts: fresh("1."), text: escaped(given) },
      }),
  },
];

export const slackWays: readonly Way[] = [
  command("/openness"),
  command("/define"),
  ...messages,
  ...presses,
  ...windows,
];
