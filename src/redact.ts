const hidden = "[hidden]";
/** Shorter values would also black out ordinary words. */
const shortestSecret = 8;

/**
 * Secrets that no variable holds, by their form. What stands in the first group, if there is one, stays: it says what was
 * hidden.
 */
const forms: readonly string[] = [
  // Tokens of Slack, rotated ones among them: "xoxe.xoxb-1-…".
  String.raw`\bx(?:ox[a-z]|app)-[\w.%-]+|\bxoxe\.xox[a-z]-[\w.%-]+`,
  // A bot's token at Discord: its id, a time and a code, each in base64.
  String.raw`\b[MNO][\w-]{22,30}\.[\w-]{6}\.[\w-]{27,}`,
  // With these, whoever has them answers in the bot's place, for a quarter and for half an hour.
  String.raw`(\/(?:interactions|webhooks)\/\d+\/)[\w.-]+`,
  String.raw`(\/(?:actions|commands|services|app)\/T[A-Z0-9]+\/)[\w/%-]+`,
  // A password in an address.
  String.raw`(\b[a-z][a-z0-9+]{1,20}:\/\/[^\s:@/"\\]*:)[^\s"/]+(?=@)`,
  // What opens a socket or is exchanged for a token.
  String.raw`([?&](?:code|state|ticket|token|client_secret)=)[^&\s"\\]+`,
  String.raw`(\b(?:Bot|Bearer|Basic) )[\w.~+/=-]{20,}`,
];

/** Blacks out these values, and whatever has the form of a secret, in a text that may be JSON. */
export function createRedact(secrets: readonly string[] = []): (text: string) => string {
  const known = secrets
    .filter((secret) => secret.length >= shortestSecret)
    .flatMap(spellings)
    // Of two that begin alike, the end of the longer one must not stay.
    .toSorted((a, b) => b.length - a.length)
    .map((secret) => secret.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`));
  const pattern = new RegExp([...new Set(known), ...forms].join("|"), "g");
  return (text) =>
    text.replace(pattern, (...found) => {
      const groups = found.slice(1, 1 + groupCount);
      return `${groups.find((group) => typeof group === "string") ?? ""}${hidden}`;
    });
}

const groupCount = forms.join("|").match(/\((?!\?)/g)?.length ?? 0;

/** As it is, as JSON writes it, and as an address does. */
function spellings(secret: string): readonly string[] {
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)];
}
