/**
 * Under which id Slack may deliver this again. Nothing when a part is missing: then it cannot be told from another one, and
 * an answer too many is better than none.
 */
export function idOf(...parts: readonly (string | undefined)[]): readonly string[] {
  return parts.includes(undefined) ? [] : [parts.join(" ")];
}
