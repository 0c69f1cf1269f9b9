import { connect } from "node:net";

const host = "127.0.0.1";

/** Milliseconds until a connection that nobody ends is ended here. */
const patience = 12_000;

interface Heard {
  /** All that came back. */
  readonly text: string;
  /** Milliseconds until the server had closed the connection; nothing when it had not. */
  readonly closedAfter: number | undefined;
}

/** Writes bytes to a port, one after the other if there are several, and waits until the connection is closed. */
export function sendRaw(
  port: number,
  parts: readonly (string | Uint8Array)[],
  { isEnded = true, every = 0 }: { readonly isEnded?: boolean; readonly every?: number } = {},
): Promise<Heard> {
  return new Promise((resolve) => {
    const started = performance.now();
    const rest = [...parts];
    let text = "";
    // Half open on purpose: who sends the last byte still wants the answer.
    const socket = connect({ port, host, allowHalfOpen: true });
    const write = () => {
      const next = rest.shift();
      if (next !== undefined && socket.writable) socket.write(next);
      if (rest.length > 0) timer = setTimeout(write, every);
      else if (isEnded) socket.end();
    };
    let timer: NodeJS.Timeout | undefined;
    const over = (closedAfter: number | undefined) => {
      clearTimeout(timer);
      clearTimeout(late);
      socket.destroy();
      resolve({ text, closedAfter });
    };
    const late = setTimeout(over, patience, undefined);
    socket.on("connect", write);
    socket.on("data", (data) => (text += data.toString("latin1")));
    // A reset is an answer as well.
    socket.on("error", () => {});
    socket.on("end", () => over(performance.now() - started));
    socket.on("close", () => over(performance.now() - started));
  });
}

/** The statuses of all answers. */
export function statusesIn(text: string): readonly number[] {
  return [...text.matchAll(/HTTP\/1\.1 (\d{3})/gu)].map(([, status]) => Number(status));
}
