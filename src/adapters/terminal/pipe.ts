import { addAbortSignal } from "node:stream";
import { readLines } from "./lines.ts";
import { draw, hear, say, type Session } from "./session.ts";

/** Answers each line in order, with a blank line between answers, until the input ends. */
export async function answerLines(session: Session): Promise<void> {
  let before = "";
  try {
    for await (const line of readLines(addAbortSignal(session.signal, session.input))) {
      if (line.trim() === "") continue;
      const turn = await hear(session, line);
      if (turn === undefined || turn.kind === "leave") return;
      await say(session, `${before}${draw(session, turn)}\n`);
      before = "\n";
    }
  } catch (error) {
    // Aborting an input makes reading it fail.
    if (!session.signal.aborted) throw error;
  }
}
