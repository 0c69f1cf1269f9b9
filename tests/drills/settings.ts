import { phrases } from "../../src/phrases.ts";
import type { SlackStandIn } from "../stand-ins/slack/slack.ts";

const admin = { user: "U0ADMIN" };

/** An admin fills in the window of the settings; what is said then. */
export async function saveSettings(slack: SlackStandIn): Promise<"saved" | "not saved" | "nothing"> {
  const { view } = await slack.command("/openness", "settings", admin);
  if (view === undefined) return "nothing";
  const chosen = { where: "community", mode: "mentions", language: "en", collect: "no" };
  const values = Object.entries(chosen).map(([id, value]) => [
    id,
    { [id]: { type: "radio_buttons", selected_option: { value } } },
  ]);
  const { payload } = await slack.submit(view, Object.fromEntries(values), admin);
  const said = JSON.stringify(payload);
  if (said.includes(phrases.en.card.notSaved.title)) return "not saved";
  return said.includes(phrases.en.settings.saved) ? "saved" : "nothing";
}
