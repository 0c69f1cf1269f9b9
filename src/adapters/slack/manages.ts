import { setTimeout as pause } from "node:timers/promises";
import type { UsersInfoResponse, WebClient } from "@slack/web-api";
import type { Log } from "../../log.ts";

/** Milliseconds: a window has to be opened within three seconds after what was typed. */
const patience = 1_500;

/** Whether a person is an admin or an owner of the workspace; not, when Slack does not tell in time. Needs users:read. */
export async function managesWorkspace(
  web: WebClient,
  { team, token }: { readonly team: string; readonly token: string },
  person: string,
  log: Log,
): Promise<boolean> {
  const over = new AbortController();
  try {
    const late = pause(patience, undefined, { signal: over.signal });
    // Only the answer itself may fail.
    late.catch(() => {});
    const told = await Promise.race([web.users.info({ token, user: person }), late]);
    const user = told?.user;
    return user !== undefined && isOf(team, user) && (user.is_admin === true || user.is_owner === true);
  } catch (error) {
    log.warn({ adapter: "slack", cause: causeOf(error) }, "Slack does not say who manages the workspace");
    return false;
  } finally {
    over.abort();
  }
}

/**
 * In a channel that several workspaces share, others press buttons as well: https://docs.slack.dev/apis/slack-connect. Those of
 * an organisation have one workspace of several as their own.
 */
function isOf(team: string, user: NonNullable<UsersInfoResponse["user"]>): boolean {
  const { team_id: own, enterprise_user: member, deleted, is_restricted, is_ultra_restricted } = user;
  const isGuest = is_restricted === true || is_ultra_restricted === true;
  return deleted !== true && !isGuest && (own === team || member?.teams?.includes(team) === true);
}

function causeOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
