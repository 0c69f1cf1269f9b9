import type { HomeView, KnownBlock, ModalView } from "@slack/types";
import type { Language } from "../../../chat.ts";
import { writePress } from "../../../manners/press.ts";
import { phrases } from "../../../phrases.ts";
import { plain, plainUpTo } from "./text.ts";

/** What the parts of our views are called in Slack's payloads. */
export const ids = {
  explain: "explain_message",
  lookup: "lookup_term",
  search: "search",
  settings: "settings",
} as const;

// https://docs.slack.dev/reference/views and .../block-elements
const longestTitle = 24;
const longestPlaceholder = 150;

/** The Home tab: a question, the terms, and below them an answer. */
export function drawHome(language: Language, answer: KnownBlock[]): HomeView {
  const words = phrases[language].menu.home;
  const opens = (command: string) =>
    writePress({ kind: "ask", ask: { command, text: "" }, language, chosen: false });
  return {
    type: "home",
    blocks: [
      {
        type: "input",
        block_id: ids.search,
        dispatch_action: true,
        label: plain(words.search),
        element: {
          type: "plain_text_input",
          action_id: ids.search,
          placeholder: plainUpTo(longestPlaceholder, words.placeholder),
          dispatch_action_config: { trigger_actions_on: ["on_enter_pressed"] },
        },
      },
      {
        type: "actions",
        elements: [
          { type: "button", action_id: "browse", text: plain(words.browse), value: opens("define") },
          { type: "button", action_id: ids.settings, text: plain(words.settings), value: opens("settings") },
        ],
      },
      { type: "divider" },
      ...answer,
    ],
  };
}

/** The modal of the global shortcut: a name, completed while it is typed. */
export function drawLookup(language: Language): ModalView {
  const words = phrases[language].menu.lookup;
  return {
    ...modal(language),
    callback_id: ids.lookup,
    submit: plainUpTo(longestTitle, words.submit),
    blocks: [
      {
        type: "input",
        block_id: ids.lookup,
        label: plain(words.label),
        element: {
          type: "external_select",
          action_id: ids.lookup,
          placeholder: plainUpTo(longestPlaceholder, words.placeholder),
          // Three characters would be needed otherwise, and "o3" has two.
          min_query_length: 1,
          focus_on_load: true,
        },
      },
    ],
  };
}

/** The same modal with what was found. */
export function drawFound(language: Language, answer: KnownBlock[]): ModalView {
  return { ...modal(language), blocks: answer };
}

function modal(language: Language): ModalView {
  const words = phrases[language].menu.lookup;
  return {
    type: "modal",
    title: plainUpTo(longestTitle, words.title),
    close: plainUpTo(longestTitle, words.close),
    blocks: [],
  };
}
