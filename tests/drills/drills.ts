import { setTimeout as pause } from "node:timers/promises";
import { bots } from "./bots.ts";
import { burst } from "./burst.ts";
import { capacity } from "./capacity.ts";
import { claims } from "./claims.ts";
import { codes } from "./codes.ts";
import { disk } from "./disk.ts";
import { doubles } from "./doubles.ts";
import type { Drill, Result } from "./drill.ts";
import { kill } from "./kill.ts";
import { leak } from "./leak.ts";
import { load } from "./load.ts";
import { long } from "./long.ts";
import { outage } from "./outage.ts";
import { peers } from "./peers.ts";
import { restart } from "./restart.ts";
import { revoked } from "./revoked.ts";
import { rolling } from "./rolling.ts";
import { sigterm } from "./sigterm.ts";
import { skew } from "./skew.ts";
import { starved } from "./starved.ts";
import { slow } from "./slow.ts";
import { soak } from "./soak.ts";
import { tenants } from "./tenants.ts";
import { wire } from "./wire.ts";

/**
 * `npm run drills`: what may go wrong, made to go wrong, to one process or to several that share a database. `-- NAME …`
 * holds only those. Each prints one line, or with `--table` a row of the README's table; the exit code is 1 when one of them
 * failed.
 */
const drills: Readonly<Record<string, Drill>> = {
  load,
  burst,
  starved,
  long,
  peers,
  revoked,
  codes,
  leak,
  doubles,
  bots,
  sigterm,
  restart,
  soak,
  wire,
  skew,
  disk,
  kill,
  claims,
  rolling,
  outage,
  slow,
  tenants,
  capacity,
};

/** Milliseconds for one drill; whoever waits for a figure longer has lost the thread. */
const longest = 180_000;

async function hold(drill: Drill): Promise<Result> {
  const ends: (() => unknown)[] = [];
  const over = new AbortController();
  const late = pause(longest, undefined, { signal: over.signal }).then(() => {
    throw new Error(`not over after ${longest / 60_000} minutes`);
  });
  late.catch(() => {});
  try {
    return await Promise.race([drill((end) => ends.push(end)), late]);
  } catch (error) {
    return { passed: false, figure: error instanceof Error ? error.message : String(error) };
  } finally {
    over.abort();
    for (const end of ends.toReversed())
      await Promise.resolve()
        .then(end)
        .catch((error: unknown) => console.error(error));
  }
}

const isTable = process.argv.includes("--table");
const wanted = process.argv.slice(2).filter((given) => given !== "--table");
const unknown = wanted.filter((name) => !Object.hasOwn(drills, name));
if (unknown.length > 0) {
  console.error(`There is no drill ${unknown.join(", ")}; there are ${Object.keys(drills).join(", ")}.`);
  process.exit(1);
}
const start = performance.now();
if (isTable) console.log("| drill | measured | passed |\n| --- | --- | --- |");
for (const [name, drill] of Object.entries(drills)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { passed, figure } = await hold(drill);
  if (isTable) console.log(`| \`${name}\` | ${figure.replaceAll("|", "\\|")} | ${passed ? "yes" : "no"} |`);
  else console.log(`${name.padEnd(8)} ${passed ? "pass" : "FAIL"}  ${figure}`);
  if (!passed) process.exitCode = 1;
}
const minutes = (performance.now() - start) / 60_000;
console.log(`${isTable ? "\n" : ""}All in ${minutes.toFixed(1)} minutes.`);
// What a drill that was late has left behind must not hold the program up.
process.exit();
