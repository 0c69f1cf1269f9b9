import { setTimeout as pause } from "node:timers/promises";
import type {
  AnyMiddlewareArgs,
  Logger,
  Receiver,
  SlackOptionsMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from "@slack/bolt";
import { App } from "./connect/bolt.ts";
import type { Self } from "./connect/sign-in.ts";
import { webOptions } from "./connect/web.ts";
import { ids } from "./draw/views.ts";
import { acknowledge } from "./hear/acknowledge.ts";
import { createCommands } from "./hear/commands.ts";
import { createExplain } from "./hear/explain.ts";
import { createHome } from "./hear/home.ts";
import { revokesBot } from "./hear/leaving.ts";
import { createLookup } from "./hear/lookup.ts";
import { createMessages } from "./hear/messages.ts";
import { createPresses } from "./hear/presses.ts";
import { createSettings } from "./hear/settings.ts";
import type { Workspace } from "./workspace.ts";

/** Milliseconds for forgetting a workspace before the adapter ends; it goes on afterwards as long as the process does. */
const patience = 1_500;

interface ListenOptions {
  readonly receiver: Receiver;
  readonly botToken: string;
  readonly self: Self;
  readonly logger: Logger;
  /** Whether questions are answered unasked anywhere. */
  readonly listens: boolean;
  readonly onTokenRefused: (code: string) => void;
}

/** Gives Bolt what comes in, and takes from it what kind of thing it is. */
export function listen(workspace: Workspace, options: ListenOptions): void {
  const { receiver, botToken, self, logger } = options;
  const app = new App({
    receiver,
    logger,
    clientOptions: webOptions(undefined, logger),
    // Given whole: Bolt would ask Slack once more, and go on with a token that is refused.
    authorize: async () => ({ botToken, botId: self.bot, botUserId: self.user }),
    ignoreSelf: true,
    convoStore: false,
  });
  app.error(async (error) => workspace.log.error({ adapter: "slack", err: error }, "a listener failed"));
  const dispatch = createDispatch(workspace, options);
  // Not a listener for each kind: Bolt asks every one about everything, which took longer than an answer does.
  app.use((args) => workspace.track(dispatch(args)));
}

function createDispatch(workspace: Workspace, { listens, onTokenRefused }: ListenOptions) {
  const command = createCommands(workspace);
  const messages = createMessages(workspace, listens);
  const press = createPresses(workspace);
  const explain = createExplain(workspace);
  const lookup = createLookup(workspace);
  const home = createHome(workspace);
  const settings = createSettings(workspace);

  return async (args: AnyMiddlewareArgs): Promise<void> => {
    if ("command" in args) return command(args.command, args.ack);
    if ("event" in args) {
      const { event, body } = args;
      if (event.type === "app_mention") return messages.mention(event, body.event_id);
      if (event.type === "message") return messages.message(event, body.event_id);
      if (event.type === "app_home_opened") return home(event, body.event_id);
      const isOver =
        event.type === "app_uninstalled" || (event.type === "tokens_revoked" && revokesBot(event));
      if (!isOver) return undefined;
      await Promise.race([workspace.manners.leave(workspace.team), pause(patience)]);
      return onTokenRefused(event.type);
    }
    if (isSuggestion(args)) return acknowledge(() => args.ack({ options: lookup.offer(args.body) }));
    if (isSubmission(args))
      return args.body.view.callback_id === ids.settings
        ? settings(args.body, args.ack)
        : lookup.submit(args.body, args.ack);
    await acknowledge(() => args.ack());
    if ("shortcut" in args) {
      const { shortcut } = args;
      if (shortcut.type === "message_action") return explain(shortcut);
      return shortcut.callback_id === ids.lookup ? lookup.open(shortcut) : undefined;
    }
    return args.body.type === "block_actions" ? press(args.body) : undefined;
  };
}

function isSuggestion(args: AnyMiddlewareArgs): args is SlackOptionsMiddlewareArgs<"block_suggestion"> {
  return "options" in args && args.body.type === "block_suggestion";
}

function isSubmission(args: AnyMiddlewareArgs): args is SlackViewMiddlewareArgs<ViewSubmitAction> {
  return "view" in args && args.body.type === "view_submission";
}
