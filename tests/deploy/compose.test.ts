import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { dockerfile, environmentOf, finalStage, instructionsIn } from "./dockerfile.ts";
import { longestEnd, secretsAmong, unknownAmong } from "./names.ts";

const texts = z.array(z.string());
const Service = z.object({
  image: z.string().optional(),
  build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
  environment: z.record(z.string(), z.string()),
  secrets: texts,
  ports: texts.default([]),
  networks: texts,
  volumes: texts,
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
  healthcheck: z.object({ test: texts }).optional(),
  user: z.string().optional(),
  read_only: z.boolean(),
  tmpfs: texts,
  cap_drop: texts,
  cap_add: texts.default([]),
  privileged: z.boolean().default(false),
  security_opt: texts,
  mem_limit: z.string(),
  pids_limit: z.number(),
  stop_grace_period: z.string().regex(/^\d+s$/),
});
const Compose = z.object({
  services: z.object({ bot: Service, postgres: Service }),
  networks: z.record(z.string(), z.object({ internal: z.boolean() }).nullable()),
  volumes: z.record(z.string(), z.null()),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
});
type File = z.infer<typeof Compose>;

const text = readFileSync("deploy/compose.yaml", "utf8");
/** With the lines for Slack, which have to be asked for. */
const whole = text.replaceAll(/^( *)# (?=(SLACK_|- slack|slack-| *file:|- "))/gm, "$1");

/** Everything in which a service is not as closed as it can be. */
const rules: Readonly<Record<string, (file: File) => boolean>> = {
  "nothing can be written but what is kept": (file) => each(file, (one) => one.read_only),
  "what is passing lies in memory, and is not run": (file) =>
    each(file, (one) => one.tmpfs.some((at) => at.startsWith("/tmp:")) && one.tmpfs.every(isInert)),
  "no capabilities": (file) =>
    each(file, (one) => one.cap_drop.includes("ALL") && one.cap_add.length === 0 && !one.privileged),
  "no new privileges": (file) => each(file, (one) => one.security_opt.includes("no-new-privileges:true")),
  "no root": ({ services: { bot, postgres } }) =>
    bot.user === undefined && /^[1-9]\d*:[1-9]\d*$/.test(postgres.user ?? ""),
  "memory and processes have an end": (file) =>
    each(file, (one) => /^\d+m$/.test(one.mem_limit) && one.pids_limit > 0),
  "ports are open to this machine only": (file) =>
    each(file, (one) => one.ports.every((port) => port.startsWith("127.0.0.1:"))),
  "the database is reached by the bot only": ({ services: { bot, postgres }, networks }) =>
    postgres.networks.join() === "store" &&
    networks["store"]?.internal === true &&
    bot.networks.includes("store") &&
    postgres.ports.length === 0,
  "the bot waits for the database": ({ services: { bot, postgres } }) =>
    bot.depends_on?.["postgres"]?.condition === "service_healthy" &&
    postgres.healthcheck?.test.includes("pg_isready") === true,
  "an end is waited for": ({ services: { bot } }) => Number.parseInt(bot.stop_grace_period, 10) > longestEnd,
  "secrets are files": ({ services: { bot, postgres } }) =>
    secretsAmong(Object.keys(bot.environment)).length === 0 &&
    postgres.environment["POSTGRES_PASSWORD"] === undefined,
  "every secret that is used is given, and the other way round": ({ services, secrets }) =>
    Object.values(services).every(
      (one) =>
        sorted(one.secrets) ===
        sorted(
          Object.entries(one.environment).flatMap(([name, at]) =>
            name.endsWith("_FILE") ? [fileOf(at)] : [],
          ),
        ),
    ) && sorted(Object.values(services).flatMap((one) => one.secrets)) === sorted(Object.keys(secrets)),
  "every name means something": ({ services: { bot } }) =>
    unknownAmong(Object.keys(bot.environment)).length === 0,
};

function each({ services }: File, holds: (service: z.infer<typeof Service>) => boolean): boolean {
  return Object.values(services).every(holds);
}

function isInert(at: string): boolean {
  return ["size=", "noexec", "nosuid", "nodev"].every((option) => at.includes(option));
}

function fileOf(at: string): string {
  return at.replace("/run/secrets/", "");
}

function sorted(list: readonly string[]): string {
  return list.toSorted().join();
}

function faultsIn(yaml: string): readonly string[] {
  const file = Compose.parse(parse(yaml, { version: "1.1" }));
  return Object.entries(rules)
    .filter(([, holds]) => !holds(file))
    .map(([words]) => words);
}

test.each([
  ["as it is", text],
  ["with Slack and HTTP", whole],
])("the compose file keeps the rules %s", (_, yaml) => {
  expect(faultsIn(yaml)).toEqual([]);
});

test("the lines to take the # off are those of Slack", () => {
  expect(whole).toContain("\n      SLACK_BOT_TOKEN_FILE: /run/secrets/slack-bot-token\n");
  expect(Compose.parse(parse(whole)).services.bot).toMatchObject({
    secrets: ["discord-token", "slack-bot-token", "slack-app-token", "database-url", "store-keys"],
    ports: ["127.0.0.1:8080:8080", "127.0.0.1:4321:4321"],
  });
});

describe("the check itself sees", () => {
  test.each([
    ["    read_only: true\n", "    read_only: false\n", "nothing can be written"],
    ["mode=1777,noexec", "mode=1777", "what is passing"],
    ["cap_drop: [ALL]", "cap_drop: [NET_RAW]", "no capabilities"],
    ["cap_drop: [ALL]", "cap_drop: [ALL]\n    privileged: true", "no capabilities"],
    ["no-new-privileges:true", "label:disable", "no new privileges"],
    ['user: "999:999"', 'user: "0:0"', "no root"],
    ["mem_limit: 384m", 'mem_limit: "0"', "memory and processes"],
    ['"127.0.0.1:8080:8080"', '"8080:8080"', "ports are open to this machine only"],
    ["internal: true", "internal: false", "the database is reached by the bot only"],
    ["service_healthy", "service_started", "the bot waits"],
    ["stop_grace_period: 20s", "stop_grace_period: 10s", "an end is waited for"],
    ["DISCORD_TOKEN_FILE: /run/secrets/discord-token", "DISCORD_TOKEN: abc", "secrets are files"],
    ["      - store-keys\n", "", "every secret that is used is given"],
    ["LOG_LEVEL: info", "LOGLEVEL: info", "every name means something"],
  ])("%j made %j", (line, broken, fault) => {
    expect(text).toContain(line);
    expect(faultsIn(text.replace(line, broken)).join("\n")).toContain(fault);
  });
});

test("it builds this image, and publishes its ports and its folder", () => {
  const { bot } = Compose.parse(parse(whole)).services;
  const image = environmentOf(finalStage(instructionsIn(dockerfile)));
  const inside = (name: string) => `127.0.0.1:${image.get(name)}:${image.get(name)}`;
  expect(bot.build).toEqual({ context: "..", dockerfile: "deploy/Dockerfile" });
  expect(bot.ports).toEqual([inside("HEALTH_PORT"), inside("PORT")]);
  expect(bot.volumes).toEqual([`data:${image.get("DATA_DIR")}`]);
});
