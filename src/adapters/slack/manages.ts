import { setTimeout as pause } from "node:timers/promises";
import type { WebClient } from "@slack/web-api";
import type { Log } from "../../log.ts";

/** Milliseconds: a window has to be opened within three seconds after what was typed. */
const patience = 1_500;

/** Whether a person is an admin or an owner of the workspace; not, when Slack does not tell in time. Needs users:read. */
export async function managesWorkspace(
  web: WebClient,
  token: string,
  person: string,
  log: Log,
): Promise<boolean> {
  const over = new AbortController();
  try {
    const late = pause(patience, undefined, { signal: over.signal });
    // Only the answer itself may fail.
    late.catch(() => {});
    const told = await Promise.race([web.users.info({ token, user: person }), late]);
    return told?.user?.is_admin === true || told?.user?.is_owner === true;
  } catch (error) {
    log.warn({ adapter: "slack", cause: causeOf(error) }, "Slack does not say who manages the workspace");
    return false;
  } finally {
    over.abort();
  }
}

function causeOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
