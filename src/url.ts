/**
 * An address, or nothing when it is none. `URL.canParse` of Node 20 and 22 is wrong about umlauts once it has been called so
 * often that it is compiled (https://github.com/AikidoSec/firewall-node/pull/1086), and Node 20 has no `URL.parse`.
 */
export function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
