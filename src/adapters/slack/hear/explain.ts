import type { MessageShortcut } from "@slack/bolt";
import { usageCard } from "../../../cards/usage.ts";
import { phrases } from "../../../phrases.ts";
import type { Workspace } from "../workspace.ts";
import { idOf } from "./ids.ts";
import { readText } from "./read.ts";

/** The shortcut in the menu of a message: explains to one person what is in it. */
export function createExplain({ manners, post, language, team }: Workspace) {
  return async (shortcut: MessageShortcut): Promise<void> => {
    const { message, trigger_id: trigger, response_url: url } = shortcut;
    const text = readText(textOf(message));
    const card =
      text === ""
        ? { reply: usageCard(language, phrases[language].menu.nothing, "", []), controls: [] }
        : await manners.hear({
            how: "command",
            ids: idOf(trigger, url, message.ts, shortcut.user.id),
            ask: { command: "explain", text },
            person: shortcut.user.id,
            channel: shortcut.channel?.id ?? "",
            community: team,
            // Wherever it is: nobody else has asked.
            shared: true,
          });
    const thread: unknown = message["thread_ts"];
    if (card !== undefined) await post.respond(card, url, typeof thread === "string" ? thread : undefined);
  };
}

/** Messages of other bots have their words in attachments. */
function textOf({ text = "", attachments }: MessageShortcut["message"]): string {
  const attached: readonly unknown[] = Array.isArray(attachments) ? attachments : [];
  const words = attached.map((one) =>
    typeof one === "object" && one !== null && "text" in one && typeof one.text === "string" ? one.text : "",
  );
  return [text, ...words].join("\n");
}
