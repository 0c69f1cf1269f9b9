import type { SlackEvent, TokensRevokedEvent } from "@slack/types";

/** Whether the bot has been removed from a workspace; both events come, in any order and perhaps more than once. */
export function isLeaving(event: SlackEvent): boolean {
  return event.type === "app_uninstalled" || (event.type === "tokens_revoked" && revokesBot(event));
}

/** Tokens of persons are none of ours. */
function revokesBot({ tokens }: TokensRevokedEvent): boolean {
  const { bot = [], oauth = [] } = tokens ?? {};
  return bot.length > 0 || oauth.length === 0;
}
