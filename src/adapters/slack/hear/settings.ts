import type { ViewResponseAction, ViewSubmitAction } from "@slack/bolt";
import { readForm } from "../draw/form.ts";
import { drawFound } from "../draw/views.ts";
import type { Workspace } from "../workspace.ts";
import { acknowledge } from "./acknowledge.ts";
import { idOf } from "./ids.ts";

type Ack = (payload?: ViewResponseAction) => Promise<void>;

/** What was chosen in the window of the settings; it then shows what came of it. */
export function createSettings({ manners, post, compose, team, manages }: Workspace) {
  return async ({ view, user, trigger_id: trigger }: ViewSubmitAction, ack: Ack): Promise<void> => {
    const card = await manners.submit({
      ids: idOf(trigger, view.id, view.hash),
      code: view.private_metadata,
      filled: readForm(view.state.values),
      person: user.id,
      channel: "",
      community: team,
      manages: () => manages(user.id),
      shared: false,
    });
    if (card === undefined) return acknowledge(() => ack());
    const { language } = card.reply;
    try {
      await ack({ response_action: "update", view: drawFound(language, compose.view(card)) });
    } catch {
      // Otherwise nobody would know what came of it.
      await post.update(card, view.id, (blocks) => drawFound(language, blocks));
    }
  };
}
