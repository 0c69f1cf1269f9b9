import { connect } from "node:net";
import { onDiscord, onSlack } from "./asking.ts";
import { type Both, startBoth } from "./both.ts";
import { count, type Drill } from "./drill.ts";
import { createRandom } from "./random.ts";
import { until } from "./until.ts";

const [frames, between, atOnce] = [10_000, 1_000, 100] as const;
/** Milliseconds that a connection is left open for an answer. */
const patience = 300;
/** Bytes that are no frame end the connection to Discord, and a new one takes five seconds: so many of all. */
const broken = 5;

const requests = [
  "GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n",
  "GET /metrics HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n",
  "GET //?q=%zz HTTP/1.1\r\nhost: x\r\n\r\n",
  "POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 4\r\n\r\nnull",
  'POST /discord/interactions HTTP/1.1\r\nhost: x\r\ncontent-length: 12\r\nx-signature-timestamp: 1\r\n\r\n{"type": 1 }',
  "POST /slack/events HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n4\r\nnull\r\n0\r\n\r\n",
] as const;
const slackFrames = [
  '{"type":"events_api","envelope_id":"1","accepts_response_payload":false,"payload":{"type":"event_callback","team_id":"T0STANDIN","event_id":"Ev1","event":{"type":"app_mention","user":"U1","channel":"C1","text":"grok","ts":"1.2"}}}',
  '{"type":"slash_commands","envelope_id":"2","accepts_response_payload":true,"payload":{"command":"/openness","text":"grok","team_id":"T0STANDIN","user_id":"U1","channel_id":"C1","trigger_id":"1"}}',
  '{"type":"interactive","envelope_id":"3","payload":{"type":"block_actions","team":{"id":"T0STANDIN"},"user":{"id":"U1"},"actions":[{"action_id":"a","block_id":"b","value":"x"}]}}',
  '{"type":"interactive","envelope_id":"4","payload":{"type":"view_submission","view":{"id":"V1","state":{"values":{}}}}}',
] as const;
const discordFrames = [
  '{"op":0,"t":"MESSAGE_CREATE","s":null,"d":{"id":"1","channel_id":"2","author":{"id":"3","username":"a"},"content":"grok","mentions":[]}}',
  '{"op":0,"t":"INTERACTION_CREATE","s":null,"d":{"id":"1","token":"t","application_id":"2","type":2,"data":{"id":"1","name":"openness","type":1,"options":[{"name":"model","type":3,"value":"grok"}]}}}',
  '{"op":0,"t":"INTERACTION_CREATE","s":null,"d":{"id":"1","token":"t","application_id":"2","type":3,"data":{"custom_id":"x","component_type":2},"message":{"id":"1","flags":0}}}',
  '{"op":0,"t":"GUILD_CREATE","s":null,"d":{"id":"1","channels":[],"members":[],"roles":[]}}',
] as const;

/** What no platform would send, over every port and socket, from a fixed seed. */
export const wire: Drill = async (after) => {
  const [onSockets, onHttp] = await Promise.all([startBoth(after), startBoth(after, { over: "http" })]);
  const random = createRandom(19);
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const ports = [onSockets.healthPort, onHttp.healthPort, onHttp.port];
  let [serverErrors, wrong] = [0, 0];
  // Bolt leaves what nobody listens for without an answer for 3 s: that is none to wait for.
  const note = async (asked: Promise<Response>) => {
    const answer = await asked.catch(() => undefined);
    if (answer !== undefined && answer.status >= 500) serverErrors += 1;
  };
  const throwOne = async () => {
    switch (Math.floor(random() * 5)) {
      case 0:
        return onSockets.slack.sendFrame(mutate(pick(slackFrames) ?? "", random));
      case 1:
        return onSockets.discord.sendRaw(mutateWithin(pick(discordFrames) ?? "", random));
      case 2:
        return note(
          onHttp.slack.request({
            body: mutate(pick(slackFrames) ?? "", random),
            contentType: pick(["application/json", "application/x-www-form-urlencoded", "text/plain"]) ?? "",
          }),
        );
      case 3:
        return note(
          onHttp.discord.endpoint.request({
            body: mutate(pick(discordFrames) ?? "", random),
          }),
        );
      default:
        return throwAt(pick(ports) ?? 0, mutate(pick(requests) ?? "", random));
    }
  };
  for (let thrown = 0; thrown < frames; thrown += between) {
    let left = between;
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        while (left-- > 0) await throwOne();
      }),
    );
    if (thrown % (frames / broken) === 0) onSockets.discord.sendRaw(mutate("\u0000", random));
    await until(() => onSockets.slack.openSockets === 2, "Slack is not connected again");
    for (const both of [onSockets, onHttp]) wrong += await unanswered(both, thrown);
  }
  const exits = [onSockets, onHttp].filter(({ bot }) => bot.exitCode !== null).length;
  return {
    passed: exits + wrong + serverErrors === 0,
    figure:
      `${count(frames)} fuzzed frames and requests over 3 ports and 2 sockets: ${exits} exits, ${serverErrors} times 5xx, ` +
      `${wrong} of ${(4 * frames) / between} good questions in between unanswered`,
  };
};

/** A good question on each platform; where a connection was lost, once it is back. */
async function unanswered(both: Both, round: number): Promise<number> {
  if (both.bot.exitCode !== null) return 2;
  await until(both.isReady, "the bot is not ready again").catch(() => {});
  const answers = await Promise.all([onDiscord(both.discord)(round), onSlack(both.slack)(round)]);
  return answers.filter((ms) => ms === undefined).length;
}

/** Some characters are changed, left out, doubled or put in. */
function mutate(text: string, random: () => number): string {
  let mutated = text;
  const times = 1 + Math.floor(random() * 6);
  for (let time = 0; time < times; time += 1) {
    const at = Math.floor(random() * mutated.length);
    const [before, rest] = [mutated.slice(0, at), mutated.slice(at)];
    const odd = String.fromCodePoint(Math.floor(random() * (random() < 0.8 ? 128 : 0xd7ff)));
    const length = Math.floor(random() * 12);
    const ways = [
      before + odd + rest,
      before + rest.slice(length),
      before + rest.slice(0, length).repeat(3) + rest.slice(length),
      before + odd + rest.slice(1),
    ];
    mutated = ways[Math.floor(random() * ways.length)] ?? mutated;
  }
  return mutated;
}

/** The same within its data only: a value becomes another kind of value, or goes. */
function mutateWithin(frame: string, random: () => number): string {
  const odd: readonly unknown[] = [
    null,
    [],
    {},
    0,
    -1,
    1e99,
    "",
    "\u0000",
    "x".repeat(5_000),
    true,
    [[]],
    "999",
  ];
  const change = (value: unknown, depth: number): unknown => {
    if (depth > 0 && random() < 0.2) return odd[Math.floor(random() * odd.length)];
    if (Array.isArray(value)) return value.map((one) => change(one, depth + 1));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, one]) =>
        depth > 0 && random() < 0.1
          ? []
          : [[name, depth === 0 && name !== "d" ? one : change(one, depth + 1)]],
      ),
    );
  };
  return JSON.stringify(change(JSON.parse(frame), 0));
}

/** Raw bytes on a port, over when something comes back. */
function throwAt(port: number, bytes: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    socket.setTimeout(patience, () => socket.destroy());
    socket.once("data", () => socket.destroy());
    socket.once("error", () => socket.destroy());
    socket.once("close", () => resolve());
  });
}
