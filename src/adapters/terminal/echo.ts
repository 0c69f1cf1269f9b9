import { Writable } from "node:stream";
import type { Output } from "./screen.ts";

/** The screen as node:readline sees it: what it echoes can be held back while an answer is being written. */
export interface Echo {
  readonly stream: Writable;
  silent: boolean;
  close(): void;
}

export function createEcho(output: Output): Echo {
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: string | Uint8Array, _encoding, done) {
      if (!echo.silent) output.write(chunk);
      done();
    },
  });
  // readline asks for the width on every key and redraws its line on a resize.
  Object.defineProperty(stream, "columns", { get: () => output.columns });
  const resized = () => stream.emit("resize");
  output.on("resize", resized);
  const echo: Echo = { stream, silent: false, close: () => output.off("resize", resized) };
  return echo;
}
