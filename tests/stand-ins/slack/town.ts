import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { createFaults, type Fault } from "./faults.ts";
import { refuse } from "./methods.ts";
import { type SlackStandIn, startSlack } from "./slack.ts";
import { readCall } from "./wire.ts";
import { type Body, isBody } from "./workspace.ts";

/** How somebody answers when Slack asks whether an app may be installed. */
export interface Consent {
  /** What they leave out of what is asked. */
  readonly without?: readonly string[];
  /** They install it for a whole organisation. */
  readonly organisation?: true;
}

/** A call of the Web API, with the workspace whose token it brought. */
interface TownCall {
  readonly method: string;
  readonly token: string;
  readonly team: string | undefined;
  readonly body: Body;
}

/** Several workspaces behind one Web API, and the app that they install by OAuth v2. */
export interface Town {
  readonly apiUrl: string;
  readonly app: {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly signingSecret: string;
    readonly redirectUrl: string;
  };
  readonly calls: readonly TownCall[];
  /** A workspace with people of its own, that does not have the app yet. */
  found(team: string): Promise<SlackStandIn>;
  /** Where Slack sends the browser of whoever follows an address such as https://slack.com/oauth/v2/authorize?… and agrees. */
  allow(address: string, workspace: SlackStandIn, consent?: Consent): string;
  /** Every token of a workspace is refused from now on. */
  remove(workspace: SlackStandIn): void;
  failNext(method: "oauth.v2.access", fault: Fault): void;
  stop(): Promise<void>;
}

interface Grant extends Consent {
  readonly workspace: SlackStandIn;
  readonly scopes: readonly string[];
  used: boolean;
}

export async function startTown(app: {
  readonly eventsUrl: string;
  readonly redirectUrl: string;
}): Promise<Town> {
  const signingSecret = randomBytes(16).toString("hex");
  const known = {
    clientId: "12345.67890",
    clientSecret: randomBytes(16).toString("hex"),
    signingSecret,
    redirectUrl: app.redirectUrl,
  };
  const faults = createFaults();
  const calls: TownCall[] = [];
  const workspaces: SlackStandIn[] = [];
  const grants = new Map<string, Grant>();
  /** Those that are good, with whose they are. */
  const tokens = new Map<string, SlackStandIn>();
  let issued = 0;

  function remove(workspace: SlackStandIn): void {
    for (const [token, owner] of tokens) if (owner === workspace) tokens.delete(token);
  }

  /** https://docs.slack.dev/reference/methods/oauth.v2.access */
  function exchange({ client_id, client_secret, code, redirect_uri }: Body): Body {
    if (client_id !== known.clientId) return refuse("invalid_client_id");
    if (client_secret !== known.clientSecret) return refuse("bad_client_secret");
    const grant = grants.get(String(code));
    if (grant === undefined) return refuse("invalid_code");
    if (grant.used) return refuse("code_already_used");
    if (redirect_uri !== known.redirectUrl) return refuse("bad_redirect_uri");
    grant.used = true;
    const { workspace, scopes, organisation = false } = grant;
    const { team, appId, botUser } = workspace;
    // An installation takes the place of the one before.
    remove(workspace);
    const token = `xoxb-${team}-${(issued += 1)}-secret`;
    tokens.set(token, workspace);
    return {
      ok: true,
      access_token: token,
      token_type: "bot",
      scope: scopes.join(","),
      bot_user_id: botUser,
      app_id: appId,
      team: organisation ? null : { id: team, name: team },
      enterprise: organisation ? { id: "E0BIG", name: "Big" } : null,
      authed_user: { id: "U0ADMIN" },
      is_enterprise_install: organisation,
    };
  }

  async function pass(method: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const given = await text(request);
    const { "content-type": type = "", authorization } = request.headers;
    const body = readCall(given, type);
    const { token: inBody = "" } = body;
    const token = authorization?.replace(/^Bearer /, "") ?? String(inBody);
    const workspace = tokens.get(token);
    calls.push({ method, token, team: workspace?.team, body });
    if (method === "oauth.v2.access") {
      await faults.answer(method, response, () => ({ status: 200, body: exchange(body) }));
      return;
    }
    if (workspace === undefined) {
      response
        .writeHead(200, { "content-type": "application/json" })
        .end(JSON.stringify(refuse("token_revoked")));
      return;
    }
    const answer = await fetch(workspace.apiUrl + method, {
      method: "POST",
      headers: { "content-type": type, authorization: `Bearer ${workspace.botToken}` },
      body: given,
    });
    response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" });
    response.end(await answer.text());
  }

  /** What answers a `response_url` goes to the workspace where it was given out. */
  async function passAnswer(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const workspace = workspaces.find(({ team }) => path.startsWith(`/respond/${team}/`));
    const to = new URL(path, workspace?.apiUrl);
    const headers = { "content-type": "application/json" };
    const answer = await fetch(to, { method: "POST", headers, body: await text(request) });
    response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" });
    response.end(await answer.text());
  }

  const server = createServer((request, response) => {
    const { url: path = "" } = request;
    if (path.startsWith("/respond/")) {
      passAnswer(path, request, response).catch(() => response.destroy());
      return;
    }
    const method = /^\/api\/([\w.]+)$/.exec(path)?.[1] ?? "";
    pass(method, request, response).catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address: unknown = server.address();
  const port = isBody(address) ? String(address["port"]) : "";

  const origin = `http://127.0.0.1:${port}`;
  return {
    apiUrl: `${origin}/api/`,
    app: known,
    calls,
    async found(team) {
      const workspace = await startSlack({
        team,
        signingSecret,
        eventsUrl: app.eventsUrl,
        patienceMs: 500,
        responseOrigin: origin,
        botUser: `U${team}BOT`,
        botId: `B${team}BOT`,
      });
      workspaces.push(workspace);
      return workspace;
    },
    allow(authorize, workspace, consent = {}) {
      const asked = new URL(authorize).searchParams;
      if (asked.get("client_id") !== known.clientId) throw new Error("Slack knows no such app");
      if (asked.get("redirect_uri") !== known.redirectUrl)
        throw new Error("the redirect_uri is not the app's");
      const code = randomBytes(8).toString("hex");
      const scopes = (asked.get("scope") ?? "").split(",").filter((one) => !consent.without?.includes(one));
      grants.set(code, { ...consent, workspace, scopes, used: false });
      const back = new URL(known.redirectUrl);
      back.searchParams.set("code", code);
      back.searchParams.set("state", asked.get("state") ?? "");
      return back.href;
    },
    remove,
    failNext: (method, fault) => faults.plan(method, fault, 1),
    async stop() {
      faults.heal();
      server.closeAllConnections();
      server.close();
      await Promise.all([once(server, "close"), ...workspaces.map((one) => one.stop())]);
    },
  };
}
