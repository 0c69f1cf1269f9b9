import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createDatabase, freshKey } from "./database.ts";
import { type After, count, type Drill } from "./drill.ts";
import type { Place, Round, Task } from "./kill-writer.ts";
import { nodeWithSqlite } from "./sqlite-node.ts";

const [rounds, crowds, crowd] = [50, 5, 3] as const;
/** Milliseconds after the first acknowledged write. */
const [soonest, latest] = [20, 250] as const;
/** Milliseconds until all of a crowd are loaded and wait. */
const loading = 2_500;

interface Tally {
  acknowledged: number;
  lost: number;
  failedStarts: number;
}

/** A process that writes is killed at random moments: what it had acknowledged must be there for the next one. */
export const kill: Drill = async (after) => {
  const sqlite = nodeWithSqlite();
  const onDisk = async (): Promise<Place> => {
    const folder = mkdtempSync(path.join(tmpdir(), "openness-kill-"));
    after(() => rmSync(folder, { recursive: true }));
    return { folder };
  };
  const inPostgres = async (): Promise<Place> => ({
    databaseUrl: await createDatabase(after),
    keys: freshKey(),
    folder: "",
  });
  const engines = [
    ...(sqlite === undefined ? [] : [["SQLite", sqlite, onDisk] as const]),
    ["PostgreSQL", process.execPath, inPostgres] as const,
  ];
  const plain = async () => killAgainAndAgain(process.execPath, { ...(await onDisk()), plain: true }, after);
  const killed = engines.map(async ([, node, make]) => killAgainAndAgain(node, await make(), after));
  const [control, ...kept] = await Promise.all([plain(), ...killed]);
  const together: Tally[] = [];
  for (const [, node, make] of engines) together.push(await startTogether(node, make, after));
  const named = (tallies: readonly Tally[]) =>
    tallies.map((tally, index) => `${engines[index]?.[0]} ${describe(tally)}`);
  return {
    passed: [...kept, ...together].every(isWhole) && isHarmed(control),
    figure: [
      ...(sqlite === undefined ? ["SQLite is skipped: no Node that has it could be installed"] : []),
      `${rounds} kills each`,
      ...named(kept),
      `a plain file, as a control, ${describe(control)}`,
      `${crowds} times ${crowd} starts at once on an empty database`,
      ...named(together),
    ].join("; "),
  };
};

const isWhole = ({ acknowledged, lost, failedStarts }: Tally) =>
  acknowledged > 0 && lost + failedStarts === 0;

const isHarmed = ({ acknowledged, lost, failedStarts }: Tally) => acknowledged > 0 && lost + failedStarts > 0;

const describe = ({ acknowledged, lost, failedStarts }: Tally) =>
  `${count(acknowledged)} writes acknowledged, ${count(lost)} lost, ${failedStarts} failed starts`;

async function killAgainAndAgain(node: string, place: Place, after: After): Promise<Tally> {
  const tally: Tally = { acknowledged: 0, lost: 0, failedStarts: 0 };
  const written: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const last = written.slice(-1);
    const seen = await run(node, { place, round, check: last, write: "on and on" }, after, true);
    tally.lost += seen.lost;
    if (!seen.started) tally.failedStarts += 1;
    tally.acknowledged += seen.settings + seen.votes;
    written.push({ round, settings: seen.settings, votes: seen.votes });
  }
  const { started, lost } = await run(node, { place, round: rounds, check: written, write: "once" }, after);
  // Whatever could be read before must still be there at the end.
  return {
    ...tally,
    lost: Math.max(tally.lost, lost),
    failedStarts: tally.failedStarts + (started ? 0 : 1),
  };
}

/** Each writes once, under the secret that all of them have to share: the next process must be able to read it. */
async function startTogether(node: string, make: () => Promise<Place>, after: After): Promise<Tally> {
  const tally: Tally = { acknowledged: 0, lost: 0, failedStarts: 0 };
  for (let time = 0; time < crowds; time += 1) {
    const place = await make();
    const at = Date.now() + loading;
    const all = await Promise.all(
      Array.from({ length: crowd }, (_, round) =>
        run(node, { place, round, check: [], write: "once", at }, after),
      ),
    );
    const check = all.map(({ settings, votes }, round) => ({ round, settings, votes }));
    const last = await run(node, { place, round: crowd, check, write: "once" }, after);
    tally.lost += last.lost;
    for (const { started, settings, votes } of [...all, last]) {
      if (!started) tally.failedStarts += 1;
      tally.acknowledged += settings + votes;
    }
  }
  return tally;
}

interface Seen {
  readonly started: boolean;
  readonly lost: number;
  readonly settings: number;
  readonly votes: number;
}

/** What a process has acknowledged until it ended by itself, or was killed. */
async function run(node: string, task: Task, after: After, isKilled = false): Promise<Seen> {
  const program = path.join(import.meta.dirname, "kill-writer.js");
  const { PATH = "" } = process.env;
  const child = spawn(node, [program, JSON.stringify(task)], {
    env: { PATH },
    // What the control complains about is what it is there for.
    stdio: ["ignore", "pipe", task.place.plain === true ? "ignore" : "inherit"],
  });
  after(() => child.kill("SIGKILL"));
  let said = "";
  let killing: NodeJS.Timeout | undefined;
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
    if (!isKilled || killing !== undefined || !said.includes("\nsettings")) return;
    killing = setTimeout(() => child.kill("SIGKILL"), soonest + Math.random() * (latest - soonest));
  });
  await new Promise((resolve) => child.once("close", resolve));
  clearTimeout(killing);
  const lines = said.split("\n");
  const started = lines.find((line) => line.startsWith("started "));
  // Whoever cannot start has lost all that had to be there.
  const checked = task.check.reduce((sum, { settings, votes }) => sum + settings + votes, 0);
  return {
    started: started !== undefined,
    lost: started === undefined ? checked : Number(started.split(" ")[1]),
    settings: lines.filter((line) => line === "settings").length,
    votes: lines.filter((line) => line === "vote").length,
  };
}
