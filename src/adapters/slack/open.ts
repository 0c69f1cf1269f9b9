import { WebClient } from "@slack/web-api";
import type { Bot, Language } from "../../chat.ts";
import type { Log } from "../../log.ts";
import { createManners } from "../../manners/manners.ts";
import type { Metrics } from "../../metrics.ts";
import type { Store } from "../../store/store.ts";
import { createCompose } from "./compose.ts";
import { respond } from "./connect/respond.ts";
import { createDirects } from "./directs.ts";
import type { CommandNames } from "./hear/asks.ts";
import { managesWorkspace } from "./manages.ts";
import { createPost } from "./post.ts";
import { spellForSlack } from "./spelling.ts";
import type { Workspace } from "./workspace.ts";

/** What is the same for all workspaces, and decided by whoever runs the bot. */
export interface Surroundings {
  /** Another address than Slack's own, such as "http://127.0.0.1:8080/api/". */
  readonly apiUrl?: string | undefined;
  /** Where Slack can fetch pictures, without a slash at its end; without it there are none. */
  readonly publicUrl?: string | undefined;
  readonly commandNames: CommandNames;
  /** Channels in which questions are answered unasked; "*" is all. */
  readonly overhear: readonly string[];
  readonly language: Language;
  readonly store: Store;
  /** How many processes share the events. */
  readonly processes?: () => number;
  readonly log: Log;
}

interface Shared extends Surroundings {
  readonly web: WebClient;
  readonly metrics: Metrics;
  readonly stopping: AbortSignal;
}

/** What tells one workspace from another. */
export interface Opening {
  readonly team: string;
  readonly token: string;
  /** The bot's own user id. */
  readonly user: string;
  readonly onTokenRefused: (code: string) => void;
}

/**
 * Opens workspaces for which everything but the token is shared: drawings and manners, as ids on Slack are the same in every
 * workspace that sees them, and Slack's client, which would take 60 kB for each.
 */
export function createOpener(bot: Bot, shared: Shared): (opening: Opening) => Workspace {
  const { web, apiUrl, publicUrl, commandNames: names, language, log, metrics, stopping } = shared;
  const spoken = spellForSlack(bot, names);
  const compose = createCompose(log, publicUrl);
  const manners = createManners(spoken, { ...shared, adapter: "slack" });
  const directs = createDirects();
  return ({ team, token, user, onTokenRefused }) => ({
    bot: spoken,
    manners,
    compose,
    post: createPost({
      web: { apiCall: (method, given) => web.apiCall(method, { ...given, token }) },
      respond: (url, payload) => respond(url, payload, apiUrl),
      compose,
      log,
      stopping,
      onTokenRefused,
      onUndelivered: () => metrics.undelivered("slack"),
    }),
    names,
    team,
    self: user,
    manages: (person) => managesWorkspace(web, { team, token }, person, log),
    language,
    // One's direct message with the bot may be one of two people elsewhere.
    directs: {
      note: (channel) => directs.note(`${team} ${channel}`),
      isShared: (channel) => directs.isShared(`${team} ${channel}`),
    },
  });
}
