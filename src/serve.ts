import type { RequestListener, ServerResponse } from "node:http";
import { endWith } from "./adapters/end.ts";
import { listen, type Listening } from "./listen.ts";

/** The server that platforms and browsers call. What it does not serve is not found. */
export interface Front {
  /**
   * A route is a method and a path, "POST /slack/events"; what can be got can be asked for its head. Resolves when it can be
   * reached; the first route opens the port. An answer may take `patience` milliseconds, five seconds unless more is given.
   * @throws {Error} saying what to do when the port cannot be opened.
   */
  serve(route: string, listener: RequestListener, patience?: number): Promise<void>;
  /** From now on each answer ends its connection, so that nobody sends into one that is just being closed. */
  drain(): void;
  /** Takes nothing new and resolves when everything taken is answered. */
  stop(): Promise<void>;
}

/** Both platforms have given up by then, in milliseconds. */
const patience = 5_000;

export function createFront({ host, port }: { readonly host: string; readonly port: number }): Front {
  const routes = new Map<string, { readonly listener: RequestListener; readonly patience: number }>();
  const unanswered = new Set<ServerResponse>();
  let isDraining = false;
  let open: Promise<Listening> | undefined;

  const endConnection = (response: ServerResponse) => {
    if (!response.headersSent) response.setHeader("connection", "close");
  };

  const listener: RequestListener = (request, response) => {
    // Never through `new URL`, which throws at addresses such as "//".
    const [path = ""] = (request.url ?? "").split("?", 1);
    const method = request.method === "HEAD" ? "GET" : request.method;
    const found = routes.get(`${method} ${path}`);
    if (found === undefined) {
      endWith(response, 404);
      return;
    }
    if (isDraining) endConnection(response);
    unanswered.add(response);
    const late = setTimeout(endWith, found.patience, response, 500);
    response.on("close", () => {
      clearTimeout(late);
      unanswered.delete(response);
    });
    try {
      found.listener(request, response);
    } catch {
      endWith(response, 500);
    }
  };

  function drain(): void {
    isDraining = true;
    for (const response of unanswered) endConnection(response);
  }

  return {
    drain,
    async serve(route, found, longest = patience) {
      routes.set(route, { listener: found, patience: longest });
      open ??= listen(listener, host, port, ["PORT", "HOST"]);
      await open;
    },
    async stop() {
      drain();
      // One that could not be opened has been reported.
      const server = await open?.catch(() => undefined);
      await server?.stop();
    },
  };
}
