import { createConversation } from "../../src/adapters/terminal/conversation.ts";
import { completeLine } from "../../src/adapters/terminal/complete.ts";
import { readLines } from "../../src/adapters/terminal/lines.ts";
import { renderNotice, renderReply } from "../../src/adapters/terminal/render.ts";
import { bot } from "../chat.ts";
import { unseen } from "./unseen.ts";
import type { Way } from "./ways.ts";

const styles = [
  { width: 80, colours: false, buttons: "numbered" },
  { width: 30, colours: false, buttons: "typed" },
] as const;

/** Nothing that a terminal would obey, and something to read. */
function faultsOfScreen(drawn: string): readonly string[] {
  return [
    ...(drawn.trim() === "" ? ["no answer"] : []),
    ...(unseen.exec(drawn) ?? []).map((sign) => `unseen: ${JSON.stringify(sign)}`),
  ];
}

async function* once(text: string) {
  yield Buffer.from(text);
}

const typed = (before: string): Way => ({
  name: `the terminal${before === "" ? "" : `, ${before}`}`,
  async try(given) {
    const conversation = createConversation(bot, "de");
    const faults: string[] = [];
    for await (const line of readLines(once(`${before}${String(given)}\n`))) {
      const turn = await conversation.hear(line);
      if (turn.kind === "leave") continue;
      for (const style of styles)
        faults.push(
          ...faultsOfScreen(
            turn.kind === "reply" ? renderReply(turn.reply, style) : renderNotice(turn.text, style),
          ),
        );
      // Of 10,000 empty lines, the first says it all.
      break;
    }
    return faults;
  },
});

const completed: Way = {
  name: "the terminal, completing",
  async try(given) {
    const line = `/openness ${String(given)}`;
    const [completions, end] = completeLine(bot, line, "en");
    return line.endsWith(end) && completions.length < 100 ? [] : [`completes ${end}`];
  },
};

export const terminalWays: readonly Way[] = [
  typed(""),
  typed("/define "),
  typed("/lang "),
  typed("/"),
  completed,
];
