import type { AppsManifestValidateArguments } from "@slack/web-api";
import { usageOf } from "../../cards/usage.ts";
import type { Command } from "../../chat.ts";
import { phrases } from "../../phrases.ts";
import { ids } from "./draw/views.ts";
import type { CommandNames } from "./hear/asks.ts";
import { needed, optional } from "./scopes.ts";

export type Manifest = AppsManifestValidateArguments["manifest"];

interface ManifestOptions {
  readonly commandNames: CommandNames;
  readonly overhear: readonly string[];
  /** Socket Mode; otherwise Slack calls `eventsUrl`. */
  readonly socket: boolean;
  readonly eventsUrl?: string;
  /** Where Slack sends whoever installs the app, should workspaces do so by themselves. */
  readonly redirectUrl?: string;
}

/** What Slack has to know about the app, to be pasted where an app is created. Slack has no place for a second language. */
export function manifestOf(
  commands: readonly Command[],
  { commandNames, overhear, socket, eventsUrl, redirectUrl }: ManifestOptions,
): Manifest {
  const { menu } = phrases.en;
  const listens = overhear.length > 0;
  const url = socket ? undefined : eventsUrl;
  const requests = url === undefined ? {} : { request_url: url };
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: {
      name: "Openness",
      description: menu.about,
      long_description: [
        phrases.en.help.title,
        phrases.en.help.text,
        ...phrases.en.help.topic.privacy.lines,
      ].join(" "),
      background_color: "#1B1E24",
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: "openness", always_online: true },
      shortcuts: [
        {
          type: "message",
          callback_id: ids.explain,
          name: menu.explain.name,
          description: menu.explain.describe,
        },
        {
          type: "global",
          callback_id: ids.lookup,
          name: menu.lookup.name,
          description: menu.lookup.describe,
        },
      ],
      slash_commands: commands.flatMap((command) => {
        const name = nameIn(commandNames, command.name);
        if (name === undefined) return [];
        return [
          {
            command: name,
            description: command.describe.en,
            usage_hint: hintOf(command, commands),
            should_escape: false,
            ...(url === undefined ? {} : { url }),
          },
        ];
      }),
    },
    oauth_config: {
      ...(redirectUrl === undefined ? {} : { redirect_urls: [redirectUrl] }),
      scopes: {
        bot: needed.map(([scope]) => scope),
        ...(listens ? { bot_optional: optional.map(([scope]) => scope) } : {}),
      },
    },
    settings: {
      event_subscriptions: {
        ...requests,
        bot_events: [
          "app_home_opened",
          "app_mention",
          "app_uninstalled",
          ...(listens ? (["message.channels", "message.groups"] as const) : []),
          "message.im",
          "tokens_revoked",
        ],
      },
      interactivity: {
        is_enabled: true,
        ...requests,
        ...(url === undefined ? {} : { message_menu_options_url: url }),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: socket,
      token_rotation_enabled: false,
    },
  };
}

function nameIn(names: CommandNames, command: string): string | undefined {
  return command === "openness" || command === "define" ? names[command] : undefined;
}

/** What can follow the command: its options, and what has no slash command of its own. */
function hintOf(command: Command, commands: readonly Command[]): string {
  const options = usageOf(command).replace(/^\S+\s*/u, "");
  const others = commands.map(({ name }) => name).filter((name) => name !== "openness" && name !== "define");
  return command.name === "openness" ? [options, ...others].join(" | ") : options;
}
