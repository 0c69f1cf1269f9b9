import type { RequestListener } from "node:http";
import type { Health } from "./chat.ts";
import { listen, type Listening } from "./listen.ts";
import { metricsType } from "./metrics.ts";

/** How one adapter is; `failed` means that only a person can bring it back. */
export interface AdapterState extends Health {
  readonly name: string;
  readonly failed: boolean;
}

/**
 * `/healthz` answers 200 as long as any adapter can go on, `/readyz` only while all are connected; both 503 otherwise. Both
 * list the adapters. A blocked process answers neither, which is what a probe's time limit is for. `/metrics` is for Prometheus.
 */
export async function startHealth(
  address: { readonly host: string; readonly port: number },
  states: () => readonly AdapterState[],
  metrics: () => string,
): Promise<Listening> {
  const listener: RequestListener = (request, response) => {
    const [path = ""] = (request.url ?? "").split("?", 1);
    if (request.method === "GET" && path === "/metrics") {
      response.writeHead(200, { "content-type": metricsType, "cache-control": "no-store" }).end(metrics());
      return;
    }
    const adapters = states();
    const isFine = new Map([
      ["/healthz", adapters.some(({ failed }) => !failed)],
      ["/readyz", adapters.every(({ ready }) => ready)],
    ]);
    const fine = isFine.get(path);
    if (request.method !== "GET" || fine === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(fine ? 200 : 503, { "content-type": "application/json", "cache-control": "no-store" });
    response.end(JSON.stringify({ fine, adapters }));
  };
  return listen(listener, address.host, address.port, ["HEALTH_PORT", "HEALTH_HOST"]);
}
