import { type APIInteraction, type GatewayMessageCreateDispatchData } from "discord.js";
import { patience } from "../../src/adapters/discord/answer.ts";
import { faultsOfPayload } from "./arrival.ts";
import { manages, moderates, self } from "./cast.ts";
import { sleep } from "./clock.ts";
import { type Fate, fateOf, faultIn } from "./fate.ts";
import { current, type Delivery, type Happening } from "./happenings.ts";
import { bot } from "./mind.ts";
import type { DiscordEvent, Lines } from "./process.ts";
import type { World } from "./world.ts";

/** Milliseconds for which an interaction waits for its answer. */
const longestWait = 3_000;
const ephemeral = 64;
const permissions = { everything: "8", messages: "8192", none: "0" } as const;

/** As it comes out of a frame. */
const onWire = (event: object) => JSON.parse(JSON.stringify(event));

interface Body {
  readonly type?: number;
  readonly flags?: number;
  readonly allowed_mentions?: unknown;
  readonly nonce?: string;
  readonly message_reference?: { readonly message_id?: string };
  readonly custom_id?: string;
  readonly data?: Body;
}

const idOf = ({ number }: Happening) => String(100_000 + number);
const tokenOf = ({ number }: Happening) => `token-${number}`;

/** What Discord tells the bot of something that happened. */
export function discordEvent(happening: Happening): DiscordEvent {
  const { kind, person, place, text } = happening;
  if (kind === "mention" || kind === "direct" || kind === "overheard") {
    const message: GatewayMessageCreateDispatchData = onWire({
      id: idOf(happening),
      type: 0,
      content: kind === "mention" ? `<@${self.discord}> ${text}` : text,
      author: { id: person, username: "somebody" },
      channel_id: place.channel,
      guild_id: place.community,
    });
    return { is: "message", event: message };
  }
  const user = { id: person, username: "somebody" };
  const rights = manages(person) ? "everything" : moderates(person) ? "messages" : "none";
  const where = {
    channel: {
      context: 0,
      guild_id: place.community,
      member: { user, permissions: permissions[rights] },
      authorizing_integration_owners: { 0: place.community },
    },
    direct: { context: 1, user, authorizing_integration_owners: { 0: "0" } },
    between: { context: 2, user, authorizing_integration_owners: { 1: person } },
  };
  const interaction: APIInteraction = onWire({
    id: idOf(happening),
    token: tokenOf(happening),
    application_id: self.discord,
    locale: person.endsWith("2") ? "de" : "en-GB",
    channel_id: place.channel,
    ...where[place.kind],
    ...aboutOf(happening),
  });
  return { is: "interaction", event: interaction };
}

function aboutOf({ kind, text, on, filled }: Happening): object {
  switch (kind) {
    case "press": {
      const message = { id: "1", flags: on?.only === undefined ? 0 : ephemeral };
      // Of the last entries of a menu or of a button: both carry the same.
      const data =
        text.length % 2 === 0
          ? { component_type: 2, custom_id: text }
          : { component_type: 3, custom_id: "menu:0", values: [text] };
      return { type: 3, data, message };
    }
    case "submit": {
      const components = Object.entries(filled).map(([id, value]) => ({
        type: 18,
        component: { type: 21, custom_id: id, value },
      }));
      return { type: 5, data: { custom_id: text, components } };
    }
    case "command":
    case "mention":
    case "direct":
    case "overheard":
    case "home": {
      const [, name = "", value = ""] = /^\/(\S+)\s*(.*)$/su.exec(text) ?? [];
      const option = bot.commands.find((one) => one.name === name)?.options[0]?.name;
      const options = value === "" || option === undefined ? [] : [{ name: option, type: 3, value }];
      return { type: 2, data: { type: 1, name, options } };
    }
  }
}

/** Discord's side of the requests that the bot sends. */
export function createDiscordLine(world: World): Lines["discord"] {
  const answered = new Set<string>();
  const nonces = new Set<string>();

  return async (url, { body: sent, signal, method }) => {
    const delivery = current.getStore();
    if (delivery === undefined) throw new Error(`nobody asked for ${method} ${url}`);
    const { happening } = delivery;
    const route = new URL(url).pathname.replace(/^\/api\/v\d+/u, "");
    const written = jsonIn(sent);
    const body: Body = written === "" ? {} : JSON.parse(written);
    const fate = fateOf(world);
    if (body.type === 6 || body.type === 9 || method === "DELETE") delivery.offered.push(written);
    const offer = offerIn(route, method, body);
    if (offer !== undefined) {
      delivery.offered.push(written);
      for (const fault of [...faultsOfPayload(happening, written), ...faultsOfMessage(offer)])
        world.blame(happening, fault);
    }
    await sleep(fate.takes);
    const refuses = fate.kind === "refused" && offer === undefined;
    const fault = refuses ? undefined : faultIn(fate);
    if (fault !== undefined) note(delivery, fate.kind, fault);
    const act = () => carryOut(delivery, route, method, { body, written });
    const isAnswer = route.startsWith("/interactions/");
    return answerTo(fate, act, signal, delivery, offer !== undefined).finally(() => {
      // There is no use in another try.
      if (fault !== undefined && isAnswer && Date.now() - delivery.began >= patience)
        note(delivery, "over", "late");
    });
  };

  function note({ happening, faults }: Delivery, kind: string, fault: Delivery["faults"][number]): void {
    faults.push(fault);
    world.note(`#${happening.number} ${kind} (${fault})`);
  }

  async function answerTo(
    { kind, taken, takes }: Fate,
    act: () => Response,
    signal: unknown,
    delivery: Delivery,
    isMessage: boolean,
  ): Promise<Response> {
    if (taken) act();
    switch (kind) {
      case "fine":
        return act();
      case "reset":
        throw Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });
      case "error":
        return new Response("oops", { status: 502, headers: { "content-type": "text/html" } });
      case "hangs":
        await aborted(signal);
        throw new DOMException("This operation was aborted", "AbortError");
      case "limited": {
        // Whoever has to wait so long does not wait at all.
        const seconds = takes / 20;
        if (seconds > 1.4) delivery.faults.push("final");
        return json(429, { retry_after: seconds, global: false, message: "slow down" }, String(seconds));
      }
      case "forbidden":
        return json(403, { code: 50_013, message: "Missing Permissions" });
      case "refused":
        return isMessage ? json(400, { code: 50_035, message: "Invalid Form Body" }) : act();
    }
  }

  function carryOut(
    delivery: Delivery,
    route: string,
    method: string,
    { body, written }: { readonly body: Body; readonly written: string },
  ): Response {
    const { happening } = delivery;
    const { place, person } = happening;
    const codes = codesIn(written);
    if (method === "DELETE") {
      if (!answered.has(tokenOf(happening))) return json(404, { code: 10_015, message: "Unknown Webhook" });
      const isThere = happening.on !== undefined && world.posts.has(happening.on.number);
      world.show(delivery, { what: "deletion", only: undefined, payload: "" });
      if (!isThere) return json(404, { code: 10_008, message: "Unknown Message" });
      return new Response(null, { status: 204 });
    }
    if (route.startsWith("/channels/")) {
      if (route !== `/channels/${place.channel}/messages`) world.blame(happening, `is answered at ${route}`);
      if (body.message_reference?.message_id !== idOf(happening)) world.blame(happening, "answers another");
      const key = `${route} ${body.nonce}`;
      if (!nonces.has(key)) {
        nonces.add(key);
        const only = place.kind === "direct" ? person : undefined;
        world.show(delivery, { what: "message", only, payload: written }, codes);
      }
      return json(200, { id: "1" });
    }
    const token = tokenOf(happening);
    if (!route.endsWith(`/${token}/callback`)) world.blame(happening, `is answered at ${route}`);
    if (Date.now() - happening.at > longestWait) {
      note(delivery, "too late", "late");
      return json(404, { code: 10_062, message: "Unknown interaction" });
    }
    if (answered.has(token)) return json(400, { code: 40_060, message: "already acknowledged" });
    answered.add(token);
    if (body.type === 9)
      world.show(delivery, { what: "form", only: person, payload: written }, [body.data?.custom_id ?? ""]);
    if (body.type === 4) {
      const isPrivate = ((body.data?.flags ?? 0) & ephemeral) !== 0 || place.kind === "direct";
      world.show(
        delivery,
        { what: "message", only: isPrivate ? person : undefined, payload: written },
        codes,
      );
    }
    return new Response(null, { status: 204 });
  }
}

/** A body of a message, if it is one. */
function offerIn(route: string, method: string, body: Body): Body | undefined {
  if (method === "DELETE") return undefined;
  if (route.startsWith("/channels/")) return body;
  return body.type === 4 ? body.data : undefined;
}

function faultsOfMessage({ allowed_mentions: mentions }: Body): readonly string[] {
  return JSON.stringify(mentions) === '{"parse":[],"replied_user":false}' ? [] : ["may notify somebody"];
}

/** Also of a form with a file. */
function jsonIn(sent: unknown): string {
  if (!Buffer.isBuffer(sent)) return "";
  const text = sent.toString();
  if (!text.startsWith("--")) return text;
  const start = text.indexOf("\r\n\r\n") + 4;
  return text.slice(start, text.indexOf("\r\n--", start));
}

function codesIn(written: string): readonly string[] {
  return [...written.matchAll(/"(?:custom_id|value)":("1:(?:[^"\\]|\\.)*")/gu)].map(([, code = '""']) =>
    String(JSON.parse(code)),
  );
}

function json(status: number, body: object, retryAfter?: string): Response {
  const headers = { "content-type": "application/json" };
  return new Response(JSON.stringify(body), {
    status,
    headers: retryAfter === undefined ? headers : { ...headers, "retry-after": retryAfter },
  });
}

function aborted(signal: unknown): Promise<void> {
  return new Promise((resolve) => {
    if (signal instanceof AbortSignal) signal.addEventListener("abort", () => resolve());
  });
}
