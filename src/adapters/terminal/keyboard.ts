import { on } from "node:events";
import { createInterface, type Interface } from "node:readline";
import { phrases } from "../../phrases.ts";
import { cleanText } from "./clean.ts";
import { completeLine } from "./complete.ts";
import { createEcho, type Echo } from "./echo.ts";
import { draw, hear, say, type Session } from "./session.ts";
import { palette } from "./style.ts";

const linesRemembered = 500;

/** A chat at a terminal, until /quit, Ctrl-D, or Ctrl-C on an empty line. */
export async function holdChat(session: Session): Promise<void> {
  const { conversation, output, signal } = session;
  const prompt = palette(session.style().colours).strong("› ");
  const echo = createEcho(output);
  const readline = openReadline(session, echo, prompt);
  // Lines pasted together arrive together: those behind the first are held back, and shown when their turn comes.
  const shown: boolean[] = [];
  let open = true;
  readline.on("close", () => (open = false));
  readline.on("line", () => {
    shown.push(!echo.silent);
    echo.silent = true;
  });
  const lines: AsyncIterable<string[]> = on(readline, "line", { close: ["close"] });
  try {
    await say(session, `${draw(session, { kind: "reply", reply: conversation.greet() })}\n\n`);
    readline.prompt();
    for await (const [line = ""] of lines) {
      if (shown.shift() === false) await say(session, `${prompt}${cleanText(line)}\n`);
      if (line.trim() !== "") {
        const turn = await hear(session, line);
        if (turn === undefined || turn.kind === "leave") break;
        await say(session, `\n${draw(session, turn)}\n\n`);
      }
      if (shown.length === 0 && open) showPrompt(readline, echo);
    }
    await say(session, `\n${phrases[conversation.language()].terminal.farewell}\n`);
  } finally {
    readline.close();
    echo.close();
    if (signal.aborted && output.writable) output.write("\n");
  }
}

function openReadline({ input, bot, conversation, signal, stop }: Session, echo: Echo, prompt: string) {
  const readline = createInterface({
    input,
    output: echo.stream,
    terminal: true,
    prompt,
    historySize: linesRemembered,
    removeHistoryDuplicates: true,
    completer: (line: string) => completeLine(bot, line, conversation.language()),
  });
  readline.on("SIGINT", () => {
    const typed = readline.line;
    if (typed !== "") eraseLine(readline);
    if (typed === "" || readline.line === typed) stop();
  });
  signal.addEventListener("abort", () => readline.close(), { once: true });
  return readline;
}

/** The prompt, with what was typed while the answer was being written. */
function showPrompt(readline: Interface, echo: Echo): void {
  const typed = readline.line;
  eraseLine(readline);
  echo.silent = false;
  readline.prompt();
  if (readline.line === "") readline.write(typed);
}

/** Does nothing where TERM=dumb: such a terminal cannot take back what it has drawn. */
function eraseLine(readline: Interface): void {
  readline.write(null, { ctrl: true, name: "e" });
  readline.write(null, { ctrl: true, name: "u" });
}
