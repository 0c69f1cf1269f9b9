import { eventsPath } from "./adapters/slack/connect/http.ts";
import { redirectPath } from "./adapters/slack/install/install.ts";
import { manifestOf } from "./adapters/slack/manifest.ts";
import { openEnvironment } from "./env.ts";
import { openLibrary } from "./knowledge/load.ts";
import { createMind } from "./mind.ts";
import { parseUrl } from "./url.ts";

/**
 * `npm run manifest`: prints what Slack asks for when an app is made "from a manifest". `-- https://host`: for Slack over
 * HTTP, by the address under which the world reaches PORT.
 */
function urlOf(path: string, address: string): string {
  if (parseUrl(address) === undefined || !address.startsWith("https://"))
    throw new Error(`${address}: give the address that Slack shall call, such as https://bot.example.org`);
  return `${address.replace(/\/+$/, "")}${path}`;
}

const [, , address] = process.argv;
try {
  const { env } = await openEnvironment((doubt) => console.error(doubt));
  const manifest = manifestOf(createMind(openLibrary()).commands, {
    commandNames: { openness: env.SLACK_COMMAND_OPENNESS, define: env.SLACK_COMMAND_DEFINE },
    overhear: env.SLACK_OVERHEAR,
    ...(address === undefined
      ? { socket: true }
      : {
          socket: false,
          eventsUrl: urlOf(eventsPath, address),
          // Also where it is not used yet: without it, the app would have to be changed once its secrets are known.
          redirectUrl: urlOf(redirectPath, address),
        }),
  });
  console.log(JSON.stringify(manifest, undefined, 2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
