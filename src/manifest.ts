import { manifestOf } from "./adapters/slack/manifest.ts";
import { openEnvironment } from "./env.ts";
import { openLibrary } from "./knowledge/load.ts";
import { createMind } from "./mind.ts";

/** `npm run manifest`: prints what Slack asks for when an app is made "from a manifest". */
try {
  const env = await openEnvironment((doubt) => console.error(doubt));
  const manifest = manifestOf(createMind(openLibrary()).commands, {
    commandNames: { openness: env.SLACK_COMMAND_OPENNESS, define: env.SLACK_COMMAND_DEFINE },
    overhear: env.SLACK_OVERHEAR,
    socket: env.SLACK_SIGNING_SECRET === undefined || env.SLACK_APP_TOKEN !== undefined,
  });
  console.log(JSON.stringify(manifest, undefined, 2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
