import type { WebClient } from "@slack/web-api";
import { backOff } from "./backoff.ts";
import { type Fault, faultOf } from "./fault.ts";
import { botTokenRefused, refusesToken } from "./tokens.ts";

/** Who the bot is in this workspace. */
export interface Self {
  readonly user: string;
  readonly team: string;
  /** The workspace's name. */
  readonly teamName: string;
  readonly name: string;
  /** Nothing when Slack did not say. */
  readonly scopes: readonly string[] | undefined;
}

/**
 * Asks Slack whose token this is, for as long as Slack cannot be reached; nothing when stopped meanwhile. Bolt itself would
 * start with a wrong token and say nothing.
 * @throws {Error} saying what to do when the token is refused.
 */
export async function signIn(
  web: WebClient,
  token: string,
  report: (fault: Fault) => void,
  stopping: AbortSignal,
): Promise<Self | undefined> {
  for (let failures = 1; ; failures += 1) {
    try {
      const { user_id, team_id, team, user, response_metadata } = await web.auth.test({ token });
      return {
        user: user_id ?? "",
        team: team_id ?? "",
        teamName: team ?? "",
        name: user ?? "",
        scopes: response_metadata?.scopes,
      };
    } catch (error) {
      const fault = faultOf(error);
      if (fault.kind === "refused" && refusesToken(fault.code))
        throw new Error(botTokenRefused(fault.code), { cause: error });
      report(fault);
      if (!(await backOff(failures, fault, stopping))) return undefined;
    }
  }
}
