import type {
  BlockSuggestion,
  GlobalShortcut,
  ViewSubmitAction,
  ViewUpdateResponseAction,
} from "@slack/bolt";
import { drawFound, drawLookup, ids } from "../draw/views.ts";
import { plainUpTo } from "../draw/text.ts";
import type { Workspace } from "../workspace.ts";
import { acknowledge } from "./acknowledge.ts";
import { idOf } from "./ids.ts";
import { readText } from "./read.ts";

// https://docs.slack.dev/reference/block-kit/composition-objects/option-object
const longestLabel = 75;
const longestValue = 150;

type Ack = (payload?: ViewUpdateResponseAction) => Promise<void>;

/** The global shortcut: a modal that completes names, which slash commands cannot. */
export function createLookup({ manners, post, bot, language, compose, team }: Workspace) {
  return {
    open: (shortcut: GlobalShortcut): Promise<void> => post.open(drawLookup(language), shortcut.trigger_id),

    offer({ value: text, user }: BlockSuggestion) {
      const place = { adapter: "slack", shared: false };
      return bot
        .suggest({ command: "ask", text, language, place, person: user.id })
        .filter(({ value }) => value !== "" && value.length <= longestValue)
        .map(({ label, value }) => ({ text: plainUpTo(longestLabel, label), value }));
    },

    async submit({ view, user, trigger_id: trigger }: ViewSubmitAction, ack: Ack): Promise<void> {
      const picked = view.state.values[ids.lookup]?.[ids.lookup]?.selected_option?.value ?? "";
      const card = await manners.hear({
        how: "command",
        ids: idOf(trigger, view.id, view.hash),
        ask: { command: "ask", text: readText(picked) },
        person: user.id,
        channel: user.id,
        community: team,
        shared: false,
        // An id says nothing about the language of whoever picked it.
        reader: language,
      });
      if (card === undefined) return acknowledge(() => ack());
      try {
        await ack({ response_action: "update", view: drawFound(language, compose.view(card)) });
      } catch {
        await post.update(card, view.id, (blocks) => drawFound(language, blocks));
      }
    },
  };
}
