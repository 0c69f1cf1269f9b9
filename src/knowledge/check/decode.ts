import { isUtf8 } from "node:buffer";

/** The largest file today has 100 KiB; a file that needs five times as much holds something else. */
const mostBytes = 512 * 1024;

// Tabs and line ends are for YAML to judge; what else stands here would confuse its reader.
// oxlint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

const byteOrderMark = "\uFEFF";

export interface Flaw {
  readonly line: number;
  readonly words: string;
}

/** Text of a file; without one the flaws say why it cannot be read. */
export function decode(bytes: Uint8Array): { readonly text?: string; readonly flaws: readonly Flaw[] } {
  if (bytes.length > mostBytes) {
    return refuse(1, `too large: ${bytes.length} of at most ${mostBytes} bytes; split it or shorten it`);
  }
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  if (!isUtf8(bytes)) return refuse(lineAt(text, text.indexOf("\uFFFD")), "is not UTF-8; save it as UTF-8");
  const hidden = text.search(control);
  if (hidden >= 0) {
    return refuse(lineAt(text, hidden), "contains a control character; remove it or type the line anew");
  }
  if (!text.startsWith(byteOrderMark)) return { text, flaws: [] };
  const words = "begins with a byte order mark; save it as UTF-8 without one";
  return { text: text.slice(byteOrderMark.length), flaws: [{ line: 1, words }] };
}

function refuse(line: number, words: string): { readonly flaws: readonly Flaw[] } {
  return { flaws: [{ line, words }] };
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
