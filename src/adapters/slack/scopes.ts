/** Each scope with what does not work without it. */
export const needed = [
  ["commands", "slash commands and shortcuts do not arrive"],
  ["app_mentions:read", "mentions in channels are not seen"],
  ["chat:write", "mentions and direct messages are not answered"],
  ["im:history", "direct messages are not seen"],
  ["users:read", "nobody can change its settings: who manages the workspace cannot be known"],
] as const;

/** Asked for only where questions are answered unasked; whoever installs the app may decline them. */
export const optional = [
  ["channels:history", "questions in public channels are not seen"],
  ["groups:history", "questions in private channels are not seen"],
] as const;

/**
 * The scopes that are missing, with what does not work; none when Slack did not say what was granted. One kind of channel is
 * enough for answering unasked.
 */
export function missingScopes(
  granted: readonly string[] | undefined,
  overhear: readonly string[],
): readonly (readonly [scope: string, use: string])[] {
  if (granted === undefined) return [];
  const has = ([scope]: readonly [scope: string, use: string]) => granted.includes(scope);
  const lacking = needed.filter((one) => !has(one));
  return overhear.length === 0 || optional.some(has) ? lacking : [...lacking, optional[0]];
}
