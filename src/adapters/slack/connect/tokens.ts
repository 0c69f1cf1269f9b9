/** Codes that stay the same however often one asks: https://docs.slack.dev/reference/methods/auth.test */
const final = new Set([
  "account_inactive",
  "app_uninstalled",
  "enterprise_is_restricted",
  "invalid_auth",
  "not_allowed_token_type",
  "not_authed",
  "org_login_required",
  "team_access_not_granted",
  "team_disabled",
  "token_expired",
  "token_revoked",
  "tokens_revoked",
  "user_removed_from_team",
]);

export function refusesToken(code: string): boolean {
  return final.has(code);
}

/** An app token has one scope and one use, so a scope that is missing is as final. */
export function refusesAppToken(code: string): boolean {
  return final.has(code) || code === "missing_scope" || code === "no_permission";
}

const page = "https://api.slack.com/apps";

/** For the operator: what is wrong, and where it is mended. */
export function botTokenRefused(code: string): string {
  return `SLACK_BOT_TOKEN: Slack refuses this token (${code}). Install the app in the workspace again and copy its Bot User OAuth Token: ${page}, OAuth & Permissions.`;
}

export function appTokenRefused(code: string): string {
  return `SLACK_APP_TOKEN: Slack refuses this token (${code}). Generate an app-level token with the scope connections:write: ${page}, Basic Information, App-Level Tokens.`;
}

export function scopeIsMissing(scope: string, use: string): string {
  return `Slack: the bot token lacks the scope ${scope}, so ${use}. Add it and reinstall the app: ${page}, OAuth & Permissions.`;
}
