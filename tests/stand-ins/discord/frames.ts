import { constants, createDeflate, deflateSync } from "node:zlib";
import type { WebSocket } from "ws";

export interface Frames {
  write(frame: object): void;
  /** From now on each frame is compressed on its own, as `compress: true` in an IDENTIFY asks for. */
  compressEach(): void;
  close(): void;
}

/** Plain JSON, or one zlib stream over the whole connection: https://docs.discord.com/developers/events/gateway */
export function createFrames(socket: WebSocket, stream: boolean): Frames {
  const send = (data: string | Buffer) => {
    if (socket.readyState === socket.OPEN) socket.send(data);
  };
  let each = false;
  if (!stream)
    return {
      write: (frame) => send(each ? deflateSync(JSON.stringify(frame)) : JSON.stringify(frame)),
      compressEach() {
        each = true;
      },
      close() {},
    };
  const deflate = createDeflate();
  let chunks: Buffer[] = [];
  let last = Promise.resolve();
  deflate.on("data", (chunk: Buffer) => chunks.push(chunk));
  const flushed = async (frame: object) =>
    new Promise<void>((resolve) => {
      deflate.write(JSON.stringify(frame));
      deflate.flush(constants.Z_SYNC_FLUSH, () => {
        send(Buffer.concat(chunks));
        chunks = [];
        resolve();
      });
    });
  return {
    write(frame) {
      // One after the other: a client expects one payload a message.
      last = last.then(async () => flushed(frame));
    },
    compressEach() {},
    close: () => deflate.destroy(),
  };
}
