import type {
  AnyMiddlewareArgs,
  Logger,
  Receiver,
  SlackOptionsMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from "@slack/bolt";
import type { Log } from "../../log.ts";
import { createTurns, type Turns } from "../../manners/turns.ts";
import { remember } from "../../remember.ts";
import { App } from "./connect/bolt.ts";
import { webOptions } from "./connect/web.ts";
import { ids } from "./draw/views.ts";
import { acknowledge } from "./hear/acknowledge.ts";
import { createCommands } from "./hear/commands.ts";
import { createExplain } from "./hear/explain.ts";
import { createHome } from "./hear/home.ts";
import { isLeaving } from "./hear/leaving.ts";
import { createLookup } from "./hear/lookup.ts";
import { createMessages } from "./hear/messages.ts";
import { createPresses } from "./hear/presses.ts";
import { createSettings } from "./hear/settings.ts";
import { teamsOf } from "./hear/teams.ts";
import type { Workspace, Workspaces } from "./workspace.ts";

interface ListenOptions {
  readonly receiver: Receiver;
  readonly logger: Logger;
  readonly log: Log;
  /** Whether questions are answered unasked anywhere. */
  readonly listens: boolean;
  /** Makes a stop wait for what a listener does. */
  readonly track: <T>(work: Promise<T>) => Promise<T>;
  /** Something came from where the bot is not installed. */
  readonly onStranger: () => void;
}

/** Gives Bolt what comes in, and takes from it what kind of thing it is. */
export function listen(workspaces: Workspaces, options: ListenOptions): void {
  const { receiver, logger, log, listens, track, onStranger } = options;
  const app = new App({
    receiver,
    logger,
    clientOptions: webOptions(undefined, logger),
    // Nothing is sent through Bolt, which would keep a client for every workspace until the process ends.
    authorize: async () => ({}),
    // What the bot says itself is known by its ids in the messages.
    ignoreSelf: false,
    convoStore: false,
  });
  app.error(async (error) => log.error({ adapter: "slack", err: error }, "a listener failed"));
  // Commands only: all else is acknowledged at once, and answered whenever that is.
  const turns = createTurns("slack", log);
  const dispatchIn = remember((workspace: Workspace) => createDispatch(workspace, listens, turns));

  async function receive(args: AnyMiddlewareArgs): Promise<void> {
    if ("event" in args && isLeaving(args.event)) {
      const { team_id: team, event_time: at } = args.body;
      return workspaces.left(team, args.event.type, at);
    }
    const workspace = await workspaces.find(teamsOf(args.body));
    if (workspace !== undefined) return dispatchIn(workspace)(args);
    onStranger();
    if (!("event" in args)) await acknowledge(() => args.ack());
  }
  // Not a listener for each kind: Bolt asks every one about everything, which took longer than an answer does.
  app.use((args) => track(receive(args)));
}

function createDispatch(workspace: Workspace, listens: boolean, turns: Turns) {
  const command = createCommands(workspace, turns);
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
      return event.type === "app_home_opened" ? home(event, body.event_id) : undefined;
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
