import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type BotProcess, startBot } from "../programs/bot-process.ts";
import { type SlackStandIn, startSlack } from "../stand-ins/slack/slack.ts";
import { describe, isFine, onSlack, startAsking, type Tally } from "./asking.ts";
import type { After, Drill } from "./drill.ts";
import { saveSettings } from "./settings.ts";
import { nodeWithSqlite } from "./sqlite-node.ts";
import { until } from "./until.ts";

const [perSecond, tries] = [20, 6] as const;
/** Bytes of the small disk. */
const size = 1_048_576;

/** A small disk of its own, with what it takes to spoil it and to mend it again. */
interface Disk {
  readonly folder: string;
  readonly database: string;
  readonly node: string;
}

interface Trouble {
  readonly name: string;
  /** Gives what mends it; nothing when nobody can. */
  readonly spoil: (disk: Disk) => Promise<(() => unknown) | undefined> | (() => unknown) | undefined;
  /** Whether it is there before the process is. */
  readonly atStart?: boolean;
}

const troubles: readonly Trouble[] = [
  {
    name: "disk full",
    spoil({ folder }) {
      const filler = path.join(folder, "..", "filler");
      const file = openSync(filler, "w");
      try {
        for (let written = 0; written < size * 2; written += 4_096) writeSync(file, Buffer.alloc(4_096));
      } catch {
        // Full, as wanted.
      } finally {
        closeSync(file);
      }
      return () => rmSync(filler);
    },
  },
  {
    // While a file is open for writing, a file system cannot be made so.
    name: "read-only at the start",
    atStart: true,
    spoil({ folder }) {
      const remount = (how: "ro" | "rw") =>
        execFileSync("mount", ["-o", `remount,${how}`, path.dirname(folder)]);
      remount("ro");
      return () => remount("rw");
    },
  },
  {
    name: "locked by another process",
    async spoil({ node, database }) {
      const program = `
        const { DatabaseSync } = require("node:sqlite");
        const database = new DatabaseSync(process.argv[1]);
        database.exec("pragma busy_timeout = 5000; begin immediate");
        console.log("locked");
        setInterval(() => {}, 1000);`;
      const child = spawn(node, ["-e", program, database], { stdio: ["ignore", "pipe", "ignore"] });
      await once(child.stdout, "data");
      return () => child.kill("SIGKILL");
    },
  },
  {
    name: "corrupt header at the start",
    atStart: true,
    spoil({ database }) {
      const file = openSync(database, "r+");
      writeSync(file, Buffer.alloc(100, 0x5a), 0, 100, 0);
      closeSync(file);
      return undefined;
    },
  },
];

interface Outcome {
  readonly name: string;
  readonly tally: Tally;
  /** How often settings said "not saved", and how often something else. */
  readonly notSaved: number;
  /** Whether settings work again once it is mended; nothing where it cannot be. */
  readonly works: boolean | undefined;
  readonly said: readonly string[];
}

/** SQLite's disk fails in every way a disk can: answers go on, settings say so, and the log says why, once a minute. */
export const disk: Drill = async (after) => {
  const node = nodeWithSqlite();
  if (node === undefined)
    return { passed: true, figure: "skipped: no Node that has SQLite could be installed" };
  if (process.getuid?.() !== 0) return { passed: true, figure: "skipped: only root may mount a small disk" };
  const outcomes = await Promise.all(troubles.map((trouble) => suffer(trouble, node, after)));
  return {
    passed: outcomes.every(isAsItShould),
    figure: outcomes
      .map(
        ({ name, tally, notSaved, works, said }) =>
          `${name}: ${describe(tally)}, "not saved" ${notSaved} of ${tries} times` +
          `${works === undefined ? "" : works ? ", then saved" : ", and not saved afterwards"}, ` +
          `${said.length} line in the log: "${said.join("; ")}"`,
      )
      .join("; "),
  };
};

const isAsItShould = ({ tally, notSaved, works, said }: Outcome) =>
  isFine(tally) && notSaved === tries && works !== false && said.length === 1;

async function suffer(
  { name, spoil, atStart = false }: Trouble,
  node: string,
  after: After,
): Promise<Outcome> {
  const mount = mkdtempSync(path.join(tmpdir(), "openness-disk-"));
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "openness-drill", mount]);
  after(() => {
    execFileSync("umount", ["-l", mount]);
    rmSync(mount, { recursive: true });
  });
  const folder = path.join(mount, "data");
  const database = path.join(folder, "openness.db");
  const slack = await startSlack({ subscriptions: [] });
  after(() => slack.stop());
  const start = async (): Promise<BotProcess> => {
    const bot = startBot(
      {
        SLACK_BOT_TOKEN: slack.botToken,
        SLACK_APP_TOKEN: slack.appToken,
        SLACK_API_URL: slack.apiUrl,
        DATA_DIR: folder,
        LOG_LEVEL: "warn",
      },
      undefined,
      node,
    );
    after(() => bot.end("SIGKILL"));
    await until(() => slack.openSockets === 2, "the bot is not connected");
    return bot;
  };
  let bot = await start();
  await until(
    async () => (await saveSettings(slack)) === "saved",
    "settings cannot be saved before anything has happened",
  );
  if (atStart) await bot.end("SIGTERM");
  const mend = await spoil({ folder, database, node });
  if (atStart) bot = await start();
  const asking = startAsking(onSlack(slack), perSecond);
  const notSaved = await tryToSave(slack);
  const tally = await asking.stop();
  mend?.();
  const works =
    mend === undefined
      ? undefined
      : await until(async () => (await saveSettings(slack)) === "saved", name).then(
          () => true,
          () => false,
        );
  await bot.end("SIGKILL");
  const said = bot.printed.split("\n").filter((line) => line.startsWith("{"));
  return { name, tally, notSaved, works, said: said.map(causeIn) };
}

async function tryToSave(slack: SlackStandIn): Promise<number> {
  let notSaved = 0;
  for (let turn = 0; turn < tries; turn += 1) {
    if ((await saveSettings(slack)) === "not saved") notSaved += 1;
    await pause(500);
  }
  return notSaved;
}

function causeIn(line: string): string {
  const { cause, msg }: { cause?: string; msg?: string } = JSON.parse(line);
  // Where this very disk was is of no interest.
  return (cause ?? msg ?? "").replace(/\/\S+/, "…");
}
