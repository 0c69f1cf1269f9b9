import Fuse from "fuse.js";
import { z } from "zod";
import { readShards, shardsPattern } from "./adapters/discord/shards.ts";
import { languages } from "./chat.ts";
import { logLevels } from "./log.ts";
import { fileNames } from "./secrets.ts";
import { readKeys } from "./store/keys.ts";

const noSpace = z.string().regex(/^[^\s"']+$/, "take out the spaces, line breaks and quotation marks");
const channels = z
  .string()
  .regex(
    /^\s*(\*|\w+(\s*,\s*\w+)*)\s*$/,
    "give channel ids separated by commas, or *; a name such as #general is not an id",
  )
  .transform((list) => list.split(",").map((id) => id.trim()))
  .default([]);
const port = z.coerce
  .number("give a number from 1 to 65535")
  .int("give a number from 1 to 65535")
  .min(1, "give a number from 1 to 65535")
  .max(65_535, "give a number from 1 to 65535");
const base = z.url({ protocol: /^https?$/, error: "give an address that starts with https:// or http://" });
const publicBase = z
  .url({ protocol: /^https$/, error: "give an address that starts with https://" })
  .transform((address) => address.replace(/\/+$/, ""));
const slashCommand = z
  .string()
  .regex(/^\/[a-z0-9_-]{1,31}$/, "give a slash and up to 31 lower-case letters, digits, - or _");

const Variables = z.object({
  DISCORD_TOKEN: noSpace.optional().meta({
    description: "Connects to Discord: https://discord.com/developers/applications, Bot, Reset Token.",
  }),
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, "give the 64 hexadecimal digits of General Information, Public Key")
    .optional()
    .meta({
      description:
        "Discord over HTTP, POST /discord/interactions on PORT: General Information, Public Key. Beside the gateway, or alone.",
    }),
  DISCORD_GATEWAY: z.enum(["on", "off"]).default("on").meta({
    description:
      "off: no connection to Discord, only HTTP: commands and buttons, no mentions. DISCORD_TOKEN then only registers. Default: on.",
  }),
  SHARDS: z
    .string()
    .regex(shardsPattern, "give ids such as 0-3 or 0,2, or a part counted from 0 such as 1/3")
    .optional()
    .meta({
      description:
        "Which of SHARD_COUNT connections to Discord this process opens: 0-3, or 0,2, or 1/3 for the second of three parts. Default: all.",
    }),
  SHARD_COUNT: z.coerce
    .number("give a number from 1 to 100000")
    .int("give a number from 1 to 100000")
    .min(1, "give a number from 1 to 100000")
    .max(100_000, "give a number from 1 to 100000")
    .optional()
    .meta({ description: "Connections to Discord of all processes together. Needs SHARDS." }),
  DISCORD_GUILD_ID: noSpace.optional().meta({
    description: "Registers the commands in this server only, for development. Default: everywhere.",
  }),
  DISCORD_REGISTER: z.enum(["auto", "off"]).default("auto").meta({
    description:
      "auto: at each start, commands that differ are registered anew. off: npm run register does it.",
  }),
  DISCORD_OVERHEAR: channels.meta({
    description:
      "Channels in which questions are answered unasked: ids separated by commas, or *. Needs the Message Content Intent. Default: none.",
  }),
  DISCORD_API_URL: base.optional().meta({
    description: "Another address than https://discord.com/api, for a proxy or a stand-in.",
  }),
  SLACK_BOT_TOKEN: noSpace.startsWith("xoxb-", "a bot token starts with xoxb-").optional().meta({
    description:
      "Connects to one Slack workspace: https://api.slack.com/apps, OAuth & Permissions. Needs one of the next two.",
  }),
  SLACK_APP_TOKEN: noSpace.startsWith("xapp-", "an app token starts with xapp-").optional().meta({
    description:
      "Slack over Socket Mode, without a public address: Basic Information, App-Level Tokens, scope connections:write.",
  }),
  SLACK_SIGNING_SECRET: noSpace.optional().meta({
    description: "Slack over HTTP instead, POST /slack/events on PORT: Basic Information, Signing Secret.",
  }),
  SLACK_CLIENT_ID: noSpace.optional().meta({
    description:
      "Slack for every workspace that installs it, over HTTP and without a bot token: Basic Information, Client ID. Needs the next two, SLACK_SIGNING_SECRET and PUBLIC_BASE_URL.",
  }),
  SLACK_CLIENT_SECRET: noSpace.optional().meta({
    description: "Belongs to SLACK_CLIENT_ID: Basic Information, Client Secret.",
  }),
  SLACK_STATE_SECRET: noSpace.min(32, "give at least 32 characters").optional().meta({
    description:
      "Signs what an installation begins with. At least 32 characters that nobody can guess: openssl rand -hex 32.",
  }),
  SLACK_OVERHEAR: channels.meta({
    description:
      "Channels in which questions are answered unasked: ids separated by commas, or *. Needs channels:history. Default: none.",
  }),
  SLACK_API_URL: base.optional().meta({
    description: "Another address than https://slack.com/api/, for a proxy or a stand-in.",
  }),
  SLACK_COMMAND_OPENNESS: slashCommand.default("/openness").meta({
    description: "Name of the command, for a second installation in one workspace. Default: /openness.",
  }),
  SLACK_COMMAND_DEFINE: slashCommand.default("/define").meta({
    description: "Name of the command, for a second installation in one workspace. Default: /define.",
  }),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: "give an address that starts with postgres://" })
    .optional()
    .meta({
      description:
        "PostgreSQL, where settings are kept and several processes share them: postgres://user:password@host/name. Needs STORE_KEYS. Default: SQLite in DATA_DIR.",
    }),
  DATA_DIR: z.string().default("./data").meta({
    description:
      "Folder of the database where there is no DATABASE_URL; needs Node 22.13, an older one keeps settings until a restart only. Default: ./data.",
  }),
  STORE_KEYS: z
    .string()
    .transform((text, context) => {
      try {
        return readKeys(text);
      } catch (error) {
        context.addIssue({ code: "custom", message: error instanceof Error ? error.message : String(error) });
        return z.NEVER;
      }
    })
    .optional()
    .meta({
      description:
        "Encrypt what has to be: id:key, the newest first, such as 2026:… with a key of openssl rand -base64 32. Default: a file in DATA_DIR.",
    }),
  PAGE: z.enum(["auto", "on", "off"]).default("auto").meta({
    description:
      "The page on PORT that shows answers as on Discord and Slack. auto: while neither is connected. on: besides. off: never.",
  }),
  PORT: port.default(4321).meta({
    description: "Port of the server for the page, and for Discord and Slack over HTTP. Default: 4321.",
  }),
  HOST: z.string().default("127.0.0.1").meta({
    description: "Address that this server listens on. Default: 127.0.0.1, this machine only.",
  }),
  PUBLIC_BASE_URL: publicBase.optional().meta({
    description:
      "Address under which the world reaches PORT, such as https://bot.example.org: Slack then shows pictures, and workspaces can install it. Default: none.",
  }),
  HEALTH_PORT: port.optional().meta({
    description: "Serves /healthz, /readyz and /metrics on a port of their own. Default: off.",
  }),
  HEALTH_HOST: z.string().default("127.0.0.1").meta({
    description: "Address that they listen on. Default: 127.0.0.1, this machine only.",
  }),
  LOG_LEVEL: z.enum(logLevels).optional().meta({
    description:
      "How much is logged: silent, fatal, error, warn, info, debug or trace. Default: info, in the terminal's chat warn.",
  }),
  DEFAULT_LANGUAGE: z
    .enum(languages)
    .default("en")
    .meta({ description: "The language of answers when nothing else tells: en or de. Default: en." }),
});
export type Environment = z.infer<typeof Variables>;
type Given = Readonly<Record<string, string | undefined>>;

/** What each variable means, in the order of `.env.example`. */
export const variables: readonly { readonly name: string; readonly describe: string }[] = Object.entries(
  Variables.shape,
).map(([name, shape]) => ({ name, describe: shape.meta()?.description ?? "" }));

/**
 * An empty value counts as none.
 * @throws {Error} naming every variable that is wrong or missing, one a line, with what to do; never a value.
 */
export function readEnvironment(given: Given): Environment {
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
  const result = Variables.safeParse(set);
  const wrong = result.success
    ? []
    : result.error.issues.map((issue) => {
        const allowed =
          issue.code === "invalid_value" ? `use one of ${issue.values.join(", ")}` : issue.message;
        return faultOf(issue.path.join("."), allowed);
      });
  const faults = [...wrong, ...missingHalves(set), ...(wrong.length === 0 ? faultsOfShards(set) : [])];
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return Variables.parse(set);
}

/** What is set but surely not meant so. */
export function doubtsAbout(given: Given): readonly string[] {
  const names = variables.map(({ name }) => name);
  const files = fileNames(names);
  const near = new Fuse(names, { threshold: 0.3 });
  const unknown = Object.keys(given).filter(
    (name) => /^(DISCORD|SLACK|HEALTH|STORE)_/.test(name) && !names.includes(name) && !files.has(name),
  );
  const secret = given["SLACK_SIGNING_SECRET"] ?? "";
  const hearsNothing = given["DISCORD_GATEWAY"] === "off" && (given["DISCORD_OVERHEAR"] ?? "") !== "";
  return [
    ...unknown.map((name) => {
      const [best] = near.search(name);
      return `${name}: there is no such variable.${best === undefined ? "" : ` Did you mean ${best.item}?`}`;
    }),
    ...(secret !== "" && secret.length < 32
      ? ["SLACK_SIGNING_SECRET: shorter than the 32 characters that Slack gives; was it copied whole?"]
      : []),
    ...(hearsNothing ? ["DISCORD_OVERHEAR: no messages come with DISCORD_GATEWAY=off, only commands."] : []),
  ];
}

function missingHalves(set: Given): readonly string[] {
  return [...missingOnDiscord(set), ...missingOnSlack(set)];
}

function missingOnDiscord(set: Given): readonly string[] {
  const has = (name: string) => set[name] !== undefined;
  const isOff = set["DISCORD_GATEWAY"] === "off";
  const shardsAlone = has("SHARDS") ? "SHARDS" : "SHARD_COUNT";
  const shardsMissing = has("SHARDS") ? "SHARD_COUNT" : "SHARDS";
  return [
    ...(isOff && !has("DISCORD_PUBLIC_KEY")
      ? [faultOf("DISCORD_PUBLIC_KEY", "missing beside DISCORD_GATEWAY=off")]
      : []),
    ...(!isOff && has("DISCORD_PUBLIC_KEY") && !has("DISCORD_TOKEN")
      ? [faultOf("DISCORD_TOKEN", "missing beside DISCORD_PUBLIC_KEY; or set DISCORD_GATEWAY=off")]
      : []),
    ...(has("SHARDS") === has("SHARD_COUNT")
      ? []
      : [faultOf(shardsMissing, `missing beside ${shardsAlone}`)]),
  ];
}

function faultsOfShards({ SHARDS: list, SHARD_COUNT: count }: Given): readonly string[] {
  if (list === undefined || count === undefined) return [];
  try {
    readShards(list, Number(count));
    return [];
  } catch (error) {
    return [faultOf("SHARDS", error instanceof Error ? error.message : String(error))];
  }
}

function missingOnSlack(set: Given): readonly string[] {
  const has = (name: string) => set[name] !== undefined;
  const keys =
    has("DATABASE_URL") && !has("STORE_KEYS") ? [faultOf("STORE_KEYS", "missing beside DATABASE_URL")] : [];
  return [...keys, ...missingHalvesOfSlack(has)];
}

/** What many workspaces need and one does not. */
const installing = ["SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_STATE_SECRET"];

function missingHalvesOfSlack(has: (name: string) => boolean): readonly string[] {
  if (has("SLACK_BOT_TOKEN"))
    return has("SLACK_APP_TOKEN") || has("SLACK_SIGNING_SECRET")
      ? []
      : [faultOf("SLACK_APP_TOKEN", "missing beside SLACK_BOT_TOKEN; or set SLACK_SIGNING_SECRET")];
  if (has("SLACK_APP_TOKEN")) return [faultOf("SLACK_BOT_TOKEN", "missing beside SLACK_APP_TOKEN")];
  const begun = installing.find(has);
  const lacking = [...installing, "SLACK_SIGNING_SECRET", "PUBLIC_BASE_URL"].filter((name) => !has(name));
  if (begun !== undefined) return lacking.map((name) => faultOf(name, `missing beside ${begun}`));
  return has("SLACK_SIGNING_SECRET")
    ? [faultOf("SLACK_BOT_TOKEN", "missing beside SLACK_SIGNING_SECRET")]
    : [];
}

function faultOf(name: string, what: string): string {
  const about = variables.find((variable) => variable.name === name)?.describe ?? "";
  return `${name}: ${what}, in .env or in the environment. ${about}`;
}
