import type { ServerResponse } from "node:http";

/** Ends a response, with this status unless it has been given another. */
export function endWith(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.writeHead(status);
  response.end();
}
