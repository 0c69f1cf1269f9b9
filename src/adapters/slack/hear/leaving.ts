import type { TokensRevokedEvent } from "@slack/types";

/** Tokens of persons are none of ours. */
export function revokesBot({ tokens }: TokensRevokedEvent): boolean {
  const { bot = [], oauth = [] } = tokens ?? {};
  return bot.length > 0 || oauth.length === 0;
}
