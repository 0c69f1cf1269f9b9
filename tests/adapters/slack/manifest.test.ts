import type { AppsManifestValidateArguments } from "@slack/web-api";
import { describe, expect, test } from "vitest";
import { manifestOf } from "../../../src/adapters/slack/manifest.ts";
import { missingScopes } from "../../../src/adapters/slack/scopes.ts";
import { bot } from "../../chat.ts";

const commandNames = { openness: "/openness", define: "/define" };
const socket: AppsManifestValidateArguments["manifest"] = manifestOf(bot.commands, {
  commandNames,
  overhear: [],
  socket: true,
});
const http: AppsManifestValidateArguments["manifest"] = manifestOf(bot.commands, {
  commandNames: { openness: "/openness-test", define: "/define-test" },
  overhear: ["*"],
  socket: false,
  eventsUrl: "https://bot.example/slack/events",
});

/** The lengths and forms of https://github.com/slackapi/manifest-schema, as far as our manifest has such a part. */
function faultsOf({ display_information: about, features, oauth_config, settings }: typeof socket) {
  const faults: string[] = [];
  const check = (what: string, text: string | undefined, least: number, most: number, form = /^/) => {
    const length = text?.length ?? 0;
    if (length < least || length > most || !form.test(text ?? "")) faults.push(`${what}: ${text}`);
  };
  check("name", about.name, 1, 35);
  check("description", about.description, 1, 140);
  check("long_description", about.long_description, 175, 4_000);
  check("background_color", about.background_color, 4, 7, /^#([0-9A-Fa-f]{3}){1,2}$/);
  check("display_name", features?.bot_user?.display_name, 1, 80, /^[a-z0-9._-]+$/);
  const { shortcuts = [], slash_commands: commands = [] } = features ?? {};
  if (shortcuts.length > 10) faults.push("shortcuts");
  for (const { name, callback_id, description } of shortcuts) {
    check("shortcut", name, 1, 24);
    check("callback_id", callback_id, 1, 255);
    check("shortcut's description", description, 1, 150);
  }
  if (commands.length > 50) faults.push("slash commands");
  for (const { command, description, usage_hint, url = "https://x.example" } of commands) {
    check("command", command, 2, 32, /^\/[a-z0-9_-]+$/);
    check("command's description", description, 1, 2_000);
    check("usage_hint", usage_hint, 1, 1_000);
    check("url", url, 1, 1_024, /^https:\/\//);
  }
  const scopes = [...(oauth_config?.scopes?.bot ?? []), ...(oauth_config?.scopes?.bot_optional ?? [])];
  if (scopes.length > 255 || new Set(scopes).size < scopes.length) faults.push("scopes");
  if ((settings?.event_subscriptions?.bot_events ?? []).length > 100) faults.push("events");
  return faults;
}

describe("the manifest", () => {
  test("keeps to the lengths and forms of Slack's published schema", () => {
    expect(faultsOf(socket)).toEqual([]);
    expect(faultsOf(http)).toEqual([]);
    const wrong = { ...socket, display_information: { name: "x".repeat(36), background_color: "red" } };
    expect(faultsOf(wrong)).toHaveLength(4);
  });

  test("asks for no more than what is used", () => {
    expect(socket.oauth_config?.scopes).toEqual({
      bot: ["commands", "app_mentions:read", "chat:write", "im:history", "users:read"],
    });
    expect(socket.settings?.event_subscriptions?.bot_events).toEqual([
      "app_home_opened",
      "app_mention",
      "app_uninstalled",
      "message.im",
      "tokens_revoked",
    ]);
    expect(socket.settings).toMatchObject({ socket_mode_enabled: true, interactivity: { is_enabled: true } });
    expect(JSON.stringify(socket)).not.toContain("url");
  });

  test("asks for the history of channels only where questions are answered unasked, as an option", () => {
    expect(http.oauth_config?.scopes?.bot_optional).toEqual(["channels:history", "groups:history"]);
    expect(http.settings?.event_subscriptions?.bot_events).toEqual(
      expect.arrayContaining(["message.channels", "message.groups"]),
    );
  });

  test("names the address of every request over HTTP", () => {
    const url = "https://bot.example/slack/events";
    expect(http.settings).toMatchObject({
      socket_mode_enabled: false,
      event_subscriptions: { request_url: url },
      interactivity: { request_url: url, message_menu_options_url: url },
    });
    expect(http.features?.slash_commands?.map((command) => command.url)).toEqual([url, url]);
  });

  test("has the two commands under this installation's names, made from the commands themselves", () => {
    expect(http.features?.slash_commands).toMatchObject([
      {
        command: "/openness-test",
        description: "How open an AI model is, part by part",
        usage_hint: "model | ask | compare | claims | timeline | sources | explain | settings | help",
      },
      { command: "/define-test", description: "Explain a term, or list them all", usage_hint: "[term]" },
    ]);
  });
});

test("scopes that are missing are named with what does not work", () => {
  const granted = ["commands", "app_mentions:read", "chat:write", "users:read"];
  expect(missingScopes(granted, [])).toEqual([["im:history", "direct messages are not seen"]]);
  expect(missingScopes([...granted, "im:history"], ["*"])).toEqual([
    ["channels:history", "questions in public channels are not seen"],
  ]);
  expect(missingScopes([...granted, "im:history", "groups:history"], ["G1"])).toEqual([]);
  expect(missingScopes(undefined, ["*"])).toEqual([]);
});
