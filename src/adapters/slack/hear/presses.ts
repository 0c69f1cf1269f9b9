import type { BlockAction, BlockElementAction, ViewOutput } from "@slack/bolt";
import type { Card } from "../../../manners/card.ts";
import { drawForm } from "../draw/form.ts";
import { drawFound, drawHome, ids } from "../draw/views.ts";
import type { Workspace } from "../workspace.ts";
import { askOfMessage } from "./asks.ts";
import { idOf } from "./ids.ts";
import { readText, unescapeText } from "./read.ts";

/** Everything that can be pressed, chosen or entered in messages, in the Home tab and in modals. */
export function createPresses({ manners, post, names, bot, directs, team, manages }: Workspace) {
  const pressOf = (body: BlockAction, action: BlockElementAction) => {
    const code = unescapeText(codeOf(action));
    const { trigger_id: trigger, user } = body;
    return {
      ids: idOf(trigger, action.action_ts, user.id, code),
      person: user.id,
      community: team,
      manages: () => manages(user.id),
      code,
    };
  };

  async function answer(body: BlockAction): Promise<void> {
    const [action] = body.actions;
    if (action === undefined) return;
    if (body.view !== undefined) return answerInView(body, action, body.view);
    const channel = body.channel?.id ?? String(body.container?.["channel_id"] ?? "");
    const card = await manners.press({
      ...pressOf(body, action),
      channel,
      shared: directs.isShared(channel),
      moderator: false,
    });
    if (card === "delete") await post.remove(body.response_url);
    else if (card?.form !== undefined) await post.open(drawForm(card.form), body.trigger_id);
    else if (card !== undefined) await post.respond(card, body.response_url, threadOf(body));
  }

  async function answerInView(
    body: BlockAction,
    action: BlockElementAction,
    view: ViewOutput,
  ): Promise<void> {
    const person = body.user.id;
    const card = await cardInView(body, action);
    if (card === undefined) return;
    if (card.form !== undefined) return post.open(drawForm(card.form), body.trigger_id);
    const { language } = card.reply;
    if (view.type === "home") await post.home(card, person, (blocks) => drawHome(language, blocks));
    else await post.update(card, view.id, (blocks) => drawFound(language, blocks));
  }

  async function cardInView(body: BlockAction, action: BlockElementAction): Promise<Card | undefined> {
    const pressed = pressOf(body, action);
    if (action.action_id !== ids.search) {
      const card = await manners.press({ ...pressed, channel: "", shared: false, moderator: false });
      return card === "delete" ? undefined : card;
    }
    const typed = readText(pressed.code);
    const ask = askOfMessage(typed, names, bot.commands);
    return manners.hear({
      ...pressed,
      channel: pressed.person,
      shared: false,
      how: "command",
      typed,
      ask: ask.text === "" && ask.command === "ask" ? { command: "help", text: "" } : ask,
    });
  }

  return answer;
}

function codeOf(action: BlockElementAction): string {
  if (action.type === "static_select") return action.selected_option.value;
  return "value" in action ? (action.value ?? "") : "";
}

/** A press in a thread is answered there. */
function threadOf({ container, message }: BlockAction): string | undefined {
  const thread: unknown = container?.["thread_ts"] ?? message?.["thread_ts"];
  return typeof thread === "string" && thread !== container?.["message_ts"] ? thread : undefined;
}
