import type { AppHomeOpenedEvent } from "@slack/types";
import { drawHome } from "../draw/views.ts";
import type { Workspace } from "../workspace.ts";
import { idOf } from "./ids.ts";

/** The Home tab shows what the bot can do, until something is asked there. */
export function createHome({ manners, post, directs, language }: Workspace) {
  return async ({ user: person, channel, tab }: AppHomeOpenedEvent, eventId: string): Promise<void> => {
    directs.note(channel);
    if (tab === "messages") return;
    const card = await manners.hear({
      how: "command",
      ids: idOf(eventId),
      ask: { command: "help", text: "" },
      person,
      channel: person,
      shared: false,
      reader: language,
    });
    if (card !== undefined) await post.home(card, person, (blocks) => drawHome(language, blocks));
  };
}
