import { writePress } from "../../src/manners/press.ts";
import { faultsOfPayload } from "./arrival.ts";
import { directOf, manages, self } from "./cast.ts";
import { sleep } from "./clock.ts";
import { fateOf, faultIn, type Fate } from "./fate.ts";
import { current, type Delivery, type Fault, type Happening, type Shown } from "./happenings.ts";
import type { Lines } from "./process.ts";
import type { World } from "./world.ts";

/** Milliseconds. */
const longestWait = 3_000;
const timeout = 5_000;
/** Seconds for which nobody waits any more. */
const longestLimit = 30;

const triggerOf = ({ number }: Happening) => `trigger-${number}`;
const urlOf = ({ number }: Happening) => `https://hooks.slack.com/commands/${number}`;
const viewOf = ({ on, number }: Happening) => `V${on?.number ?? number}`;
const stampOf = ({ number }: Happening) => `${1_700_000_000 + number}.000100`;

/** In the state in which a person's words come. */
const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** What Slack tells the bot of something that happened. */
export function slackBody(happening: Happening): object {
  const { kind, person, place, text } = happening;
  const team = { team: { id: place.community }, team_id: place.community, api_app_id: "A1", token: "none" };
  switch (kind) {
    case "command": {
      const [, name = "", rest = ""] = /^\/(\S+)\s*(.*)$/su.exec(text) ?? [];
      const isOwn = name === "openness" || name === "define";
      return {
        ...team,
        command: isOwn ? `/${name}` : "/openness",
        text: escaped(isOwn ? rest : `${name} ${rest}`),
        channel_id: place.channel,
        user_id: person,
        trigger_id: triggerOf(happening),
        response_url: urlOf(happening),
      };
    }
    case "mention":
    case "direct":
    case "overheard": {
      const event = {
        type: kind === "mention" ? "app_mention" : "message",
        channel: place.channel,
        user: person,
        ts: stampOf(happening),
        text: kind === "mention" ? `<@${self.slack}> ${escaped(text)}` : escaped(text),
      };
      return { ...team, type: "event_callback", event_id: `E${happening.number}`, event };
    }
    case "home": {
      const event = {
        type: "app_home_opened",
        user: person,
        channel: directOf("slack", person),
        tab: "home",
      };
      return { ...team, type: "event_callback", event_id: `E${happening.number}`, event };
    }
    case "press":
      return { ...team, ...pressBody(happening) };
    case "submit":
      return {
        ...team,
        type: "view_submission",
        user: { id: person },
        trigger_id: triggerOf(happening),
        view: {
          id: viewOf(happening),
          hash: `H${happening.number}`,
          callback_id: "settings",
          private_metadata: text,
          state: {
            values: Object.fromEntries(
              Object.entries(happening.filled).map(([id, value]) => [
                id,
                { [id]: { selected_option: { value } } },
              ]),
            ),
          },
        },
      };
  }
}

function pressBody(happening: Happening): object {
  const { person, place, text, on } = happening;
  const isMessage = on?.what === "message";
  const carried = escaped(text);
  const action =
    text.length % 2 === 0
      ? { type: "button", value: carried }
      : { type: "static_select", selected_option: { value: carried } };
  return {
    type: "block_actions",
    user: { id: person },
    trigger_id: triggerOf(happening),
    actions: [{ ...action, action_id: "a", block_id: "b", action_ts: stampOf(happening) }],
    ...(isMessage
      ? {
          channel: { id: place.channel },
          container: { type: "message", channel_id: place.channel, is_ephemeral: on.only !== undefined },
          response_url: urlOf(happening),
        }
      : {
          container: { type: "view" },
          view: { id: viewOf(happening), type: on?.what === "home" ? "home" : "modal" },
        }),
  };
}

/** The bot was removed from a workspace. */
export function slackLeaving(team: string): object {
  return {
    team_id: team,
    api_app_id: "A1",
    type: "event_callback",
    event_id: `L${Date.now()}`,
    event_time: Math.floor(Date.now() / 1_000),
    event: { type: "app_uninstalled" },
  };
}

interface Sent {
  readonly text?: string;
  readonly response_type?: string;
  readonly delete_original?: boolean;
  readonly response_action?: string;
  readonly view?: unknown;
  readonly mrkdwn?: unknown;
  readonly unfurl_links?: unknown;
  readonly unfurl_media?: unknown;
}

/** Slack's side of what the bot sends: in acknowledgements, by its Web API and by response addresses. */
export function createSlackSide(world: World) {
  function offer(delivery: Delivery, sent: Sent, payload: string): string {
    delivery.offered.push(payload);
    for (const fault of [...faultsOfPayload(delivery.happening, payload), ...faultsOfMessage(sent)])
      world.blame(delivery.happening, fault);
    return payload;
  }
  function note({ happening, faults }: Delivery, kind: string, fault: Fault): void {
    faults.push(fault);
    world.note(`#${happening.number} ${kind} (${fault})`);
  }
  const isLate = ({ happening }: Delivery) => Date.now() - happening.at > longestWait;
  const show = (delivery: Delivery, what: Shown["what"], only: string | undefined, payload: string) =>
    world.show(
      delivery,
      { what, only: delivery.happening.place.kind === "direct" ? delivery.happening.person : only, payload },
      what === "form" ? [formCode(payload)] : codesIn(payload),
    );

  /** What comes with an acknowledgement is seen, unless it comes too late or its connection is gone. */
  async function acknowledge(delivery: Delivery, answer: unknown): Promise<void> {
    const { happening } = delivery;
    const sent: Sent = typeof answer === "object" && answer !== null ? answer : {};
    const isAnswer = sent.text !== undefined || sent.view !== undefined;
    const payload = isAnswer ? offer(delivery, sent, JSON.stringify(sent)) : "";
    // Those of events go out before anything is done about them, and come again when they are lost.
    if (["mention", "direct", "overheard", "home"].includes(happening.kind)) return;
    const { kind, takes } = fateOf(world);
    await sleep(takes);
    if (Date.now() - delivery.began > longestWait) {
      note(delivery, "acknowledged", "late");
      throw new Error("too late");
    }
    if (kind === "reset" || kind === "error") {
      note(delivery, "not acknowledged", "passing");
      throw new Error("the socket is gone");
    }
    if (sent.text !== undefined)
      show(delivery, "message", sent.response_type === "ephemeral" ? happening.person : undefined, payload);
    if (sent.view !== undefined) show(delivery, "window", happening.person, payload);
  }

  const line: Lines["slack"] = async (url, body) => {
    const delivery = current.getStore();
    if (delivery === undefined) throw new Error(`nobody asked for ${url}`);
    const isHook = url.startsWith("https://hooks.");
    const method = isHook ? "response_url" : url.slice(url.lastIndexOf("/") + 1);
    const isQuestion = method === "users.info";
    const written = isHook ? String(body) : asJson(String(body));
    const sent: Record<string, unknown> = isHook ? JSON.parse(written) : fieldsOf(String(body));
    const isAnswer = !isQuestion && sent["delete_original"] !== true;
    const payload = isAnswer ? offer(delivery, sent, written) : "";
    if (sent["delete_original"] === true) delivery.offered.push("deletion");
    const drawn = { ...fateOf(world), ...(isQuestion ? { taken: false } : {}) };
    // Only what has blocks is refused for them.
    const fate: Fate =
      drawn.kind === "refused" && (!payload.includes('"blocks"') || method === "views.open")
        ? { ...drawn, kind: "fine" }
        : drawn;
    await sleep(fate.takes);
    const act = () => carryOut(delivery, method, sent, payload, url);
    const fault = faultIn(fate);
    // What is only asked can be done without; but it may take its time.
    if (fault !== undefined && (!isQuestion || fault === "waits"))
      note(delivery, `${method} ${fate.kind}`, fault);
    const done = fate.taken ? act() : undefined;
    switch (fate.kind) {
      case "fine":
        return reply(act(), isHook);
      case "reset":
        throw new TypeError("fetch failed", {
          cause: Object.assign(new Error("reset"), { code: "ECONNRESET" }),
        });
      case "error":
        return new Response("oops", { status: done === undefined ? 503 : 502 });
      case "hangs":
        await sleep(timeout);
        throw new DOMException("The operation timed out", "TimeoutError");
      case "limited": {
        const seconds = 1 + Math.floor(fate.takes / 2) + (fate.takes % 7 === 0 ? longestLimit : 0);
        if (seconds > longestLimit) delivery.faults.push("final");
        return new Response("", { status: 429, headers: { "retry-after": String(seconds) } });
      }
      case "forbidden":
        return reply("channel_not_found", isHook);
      case "refused":
        return reply("invalid_blocks", isHook);
    }
  };

  /** The code of why not; nothing when it is done. */
  function carryOut(
    delivery: Delivery,
    method: string,
    sent: Record<string, unknown>,
    payload: string,
    url: string,
  ): string | undefined {
    const { happening } = delivery;
    const { person, place } = happening;
    const wrong = (what: string) => world.blame(happening, what);
    switch (method) {
      case "response_url":
        if (url !== urlOf(happening)) wrong(`is answered at ${url}`);
        if (sent["delete_original"] === true) show(delivery, "deletion", undefined, payload);
        else show(delivery, "message", sent["response_type"] === "ephemeral" ? person : undefined, payload);
        return undefined;
      case "chat.postMessage":
        if (sent["channel"] !== place.channel) wrong(`is answered in ${String(sent["channel"])}`);
        if (place.kind === "channel" && sent["thread_ts"] !== stampOf(happening))
          wrong("is answered elsewhere");
        show(delivery, "message", undefined, payload);
        return undefined;
      case "views.open":
        if (sent["trigger_id"] !== triggerOf(happening)) wrong("opens a window for another");
        if (isLate(delivery)) {
          note(delivery, "opened", "late");
          return "expired_trigger_id";
        }
        show(delivery, "form", person, payload);
        return undefined;
      case "views.publish":
        show(delivery, "home", String(sent["user_id"]), payload);
        return undefined;
      case "views.update":
        if (sent["view_id"] !== viewOf(happening)) wrong("changes another window");
        show(delivery, "window", person, payload);
        return undefined;
      default:
        return undefined;
    }
  }

  function reply(code: string | undefined, isHook: boolean): Response {
    if (isHook) return new Response(code ?? "ok");
    const user = { is_admin: manages(current.getStore()?.happening.person ?? "") };
    return new Response(
      JSON.stringify(code === undefined ? { ok: true, user } : { ok: false, error: code }),
      {
        headers: { "content-type": "application/json" },
      },
    );
  }

  return { acknowledge, line };
}

function faultsOfMessage({ view, ...sent }: Sent): readonly string[] {
  const isInert = sent.mrkdwn === false && sent.unfurl_links === false && sent.unfurl_media === false;
  return view !== undefined || isInert ? [] : ["may unfold or be read as markup"];
}

/** As the library writes it, what is no string is JSON; here it stays as it is, which is much faster. */
function fieldsOf(body: string): Record<string, unknown> {
  const read = (value: string): unknown => (value === "true" ? true : value === "false" ? false : value);
  return Object.fromEntries([...new URLSearchParams(body)].map(([name, value]) => [name, read(value)]));
}

function asJson(body: string): string {
  const fields = [...new URLSearchParams(body)].map(([name, value]) => {
    const isJson = /^[[{]|^(?:true|false)$/u.test(value);
    return `"${name}":${isJson ? value : JSON.stringify(value)}`;
  });
  return `{${fields.join(",")}}`;
}

function codesIn(payload: string): readonly string[] {
  return [...payload.matchAll(/"value":("1:(?:[^"\\]|\\.)*")/gu)].map(([, code = '""']) =>
    String(JSON.parse(code)),
  );
}

function formCode(payload: string): string {
  const { view }: { readonly view?: { readonly private_metadata?: string } } = JSON.parse(payload);
  return view?.private_metadata ?? writePress({ kind: "settings", language: "en", channel: "" });
}
