import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type { Faults } from "./faults.ts";
import type { Traces } from "./traces.ts";
import type { Rights, WebApi } from "./web-api.ts";
import { readCall } from "./wire.ts";

/** What apps send by HTTP: calls of the Web API, and answers to a `response_url`. */
export function createServe(parts: {
  readonly api: WebApi;
  readonly traces: Traces;
  readonly faults: Faults;
  readonly rights: Rights;
}): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { api, traces, faults, rights } = parts;
  return async (request, response) => {
    const path = request.url?.split("?")[0] ?? "";
    const body = readCall(await text(request), request.headers["content-type"] ?? "");
    const method = /^\/api\/([\w.]+)$/.exec(path)?.[1];
    const responseId = /^\/respond\/\w+\/(\w+)$/.exec(path)?.[1];
    if (method !== undefined) {
      const { token: inBody = "" } = body;
      const token = request.headers.authorization?.replace(/^Bearer /, "") ?? String(inBody);
      const apply = api.receive(method, token, body);
      const headers = { "x-oauth-scopes": rights.scopes.join(",") };
      await faults.answer(method, response, () => ({ status: 200, headers, body: apply() }));
    } else if (responseId === undefined) response.writeHead(404).end();
    else await faults.answer("response_url", response, traces.receive(responseId, body));
  };
}
