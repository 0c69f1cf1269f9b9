import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { dockerfile, environmentOf, finalStage, instructionsIn } from "./dockerfile.ts";
import { longestEnd, secretsAmong, unknownAmong } from "./names.ts";

const unit = readFileSync("deploy/openness.service", "utf8");
/** With the lines that have to be asked for. */
const whole = unit.replaceAll(/^#(?=(LoadCredential|Environment)=)/gm, "");

type Settings = ReadonlyMap<string, readonly string[]>;

/** All values of each name, in their order. */
function settingsIn(text: string): Settings {
  const settings = new Map<string, string[]>();
  for (const line of text.split("\n")) {
    const [, name, value = ""] = /^(\w+)=(.*)$/.exec(line) ?? [];
    if (name !== undefined) settings.set(name, [...(settings.get(name) ?? []), value]);
  }
  return settings;
}

function environmentIn(settings: Settings): ReadonlyMap<string, string> {
  return new Map(
    (settings.get("Environment") ?? []).map((pair): [string, string] => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

/** https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html */
const closed: Readonly<Record<string, string>> = {
  DynamicUser: "yes",
  StateDirectory: "openness",
  StateDirectoryMode: "0700",
  NoNewPrivileges: "yes",
  ProtectSystem: "strict",
  ProtectHome: "yes",
  PrivateTmp: "yes",
  PrivateDevices: "yes",
  CapabilityBoundingSet: "",
  RestrictAddressFamilies: "AF_INET AF_INET6 AF_UNIX",
  RestrictNamespaces: "yes",
  LockPersonality: "yes",
  Restart: "on-failure",
};

const rules: Readonly<Record<string, (settings: Settings) => boolean>> = {
  ...Object.fromEntries(
    Object.entries(closed).map(([name, value]) => [
      `${name} is ${JSON.stringify(value)}`,
      (settings: Settings) => settings.get(name)?.join() === value,
    ]),
  ),
  "system calls are the usual ones": (settings) =>
    settings.get("SystemCallFilter")?.[0] === "@system-service" &&
    settings.get("SystemCallArchitectures")?.join() === "native",
  "V8 may compile": (settings) => !settings.has("MemoryDenyWriteExecute"),
  // It would be told dead: the bot reports to nobody.
  "no watchdog waits for reports": (settings) => !settings.has("WatchdogSec"),
  "an end is waited for": (settings) => Number(settings.get("TimeoutStopSec")?.[0]) > longestEnd,
  "it keeps what it keeps in its own folder": (settings) =>
    environmentIn(settings).get("DATA_DIR") === `%S/${settings.get("StateDirectory")?.join()}`,
  "every name means something": (settings) => unknownAmong([...environmentIn(settings).keys()]).length === 0,
  "secrets are files": (settings) => secretsAmong([...environmentIn(settings).keys()]).length === 0,
  "the files that are named are those that are handed over": (settings) => {
    const handed = (settings.get("LoadCredential") ?? []).map(
      (one) => `%d/${one.slice(0, one.indexOf(":"))}`,
    );
    const named = [...environmentIn(settings)].flatMap(([name, at]) => (name.endsWith("_FILE") ? [at] : []));
    return handed.join() === named.join();
  },
  "it runs what the image runs": (settings) =>
    settings.get("ExecStart")?.join() === "/usr/bin/node dist/bundle/main.js" &&
    instructionsIn(dockerfile).some(({ name, rest }) => name === "CMD" && rest === '["dist/bundle/main.js"]'),
  "its health is where the image's is": (settings) =>
    environmentIn(settings).get("HEALTH_PORT") ===
    environmentOf(finalStage(instructionsIn(dockerfile))).get("HEALTH_PORT"),
};

function faultsIn(text: string): readonly string[] {
  const settings = settingsIn(text);
  return Object.entries(rules)
    .filter(([, holds]) => !holds(settings))
    .map(([words]) => words);
}

test.each([
  ["as it is", unit],
  ["with Slack and PostgreSQL", whole],
])("the unit keeps the rules %s", (_, text) => {
  expect(faultsIn(text)).toEqual([]);
});

test("the lines to take the # off are those of Slack and PostgreSQL", () => {
  expect([...environmentIn(settingsIn(whole)).keys()].filter((name) => name.endsWith("_FILE"))).toEqual([
    "DISCORD_TOKEN_FILE",
    "SLACK_BOT_TOKEN_FILE",
    "SLACK_APP_TOKEN_FILE",
    "DATABASE_URL_FILE",
    "STORE_KEYS_FILE",
  ]);
});

describe("the check itself sees", () => {
  test.each([
    ...Object.entries(closed).map(([name, value]) => [`${name}=${value}\n`, "", `${name} is`]),
    ["@system-service", "@default", "system calls are the usual ones"],
    ["MemoryMax=512M", "MemoryDenyWriteExecute=yes", "V8 may compile"],
    ["RestartSec=5", "WatchdogSec=10", "no watchdog"],
    ["TimeoutStopSec=20", "TimeoutStopSec=5", "an end is waited for"],
    ["%S/openness", "/var/tmp", "it keeps what it keeps"],
    ["HEALTH_PORT=8080", "HEALTHPORT=8080", "every name means something"],
    ["DISCORD_TOKEN_FILE=%d/discord-token", "DISCORD_TOKEN=abc", "secrets are files"],
    ["LoadCredential=discord-token", "LoadCredential=discord", "the files that are named"],
    ["dist/bundle/main.js", "dist/src/main.js", "it runs what the image runs"],
    ["HEALTH_PORT=8080", "HEALTH_PORT=8081", "its health is where"],
  ])("%j made %j", (line = "", broken = "", fault = "") => {
    expect(unit).toContain(line);
    expect(faultsIn(unit.replace(line, broken)).join("\n")).toContain(fault);
  });
});

const analyze = (...words: readonly string[]) =>
  spawnSync("systemd-analyze", words, { encoding: "utf8", env: { ...process.env, SYSTEMD_COLORS: "0" } });
const version = Number(/^systemd (\d+)/.exec(analyze("--version").stdout ?? "")?.[1] ?? 0);

/** The newest names that the unit uses. */
const oldest = 250;

describe.skipIf(version < oldest)(
  `systemd itself (skipped without systemd-analyze of systemd ${oldest} or newer)`,
  () => {
    /** Where the program is does not matter here. */
    const fileOf = (text: string) => {
      const file = path.join(mkdtempSync(path.join(tmpdir(), "openness-unit-")), "openness.service");
      writeFileSync(
        file,
        text.replace("/usr/bin/node", process.execPath).replace("/opt/openness", path.resolve(".")),
      );
      return file;
    };

    test.each([
      ["as it is", unit],
      ["with Slack and PostgreSQL", whole],
    ])("understands the unit %s", (_, text) => {
      const { status, stderr } = analyze("verify", fileOf(text));
      expect([status, stderr]).toEqual([0, ""]);
    });

    test("would say so if it did not", () => {
      const { stderr } = analyze("verify", fileOf(unit.replace("PrivateTmp", "PrivatTmp")));
      expect(stderr).toContain("PrivatTmp");
    });

    test("counts it among the most closed", () => {
      const { stdout } = analyze("security", "--offline=yes", fileOf(unit));
      const [, exposure] = /Overall exposure level for openness\.service: ([\d.]+)/.exec(stdout) ?? [];
      expect(Number(exposure)).toBeLessThan(2);
    });
  },
);
