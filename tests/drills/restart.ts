import { execFileSync } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { prepareBoth } from "./both.ts";
import type { Drill } from "./drill.ts";

const times = 10;
/** Milliseconds. */
const limit = 1_500;
const often = 10;

/** From the start of the process until it says that it is ready on both platforms. */
export const restart: Drill = async (after) => {
  const both = await prepareBoth(after);
  const starts: number[] = [];
  const bare: number[] = [];
  for (let time = 0; time < times; time += 1) {
    // Taking turns, so that whatever else this machine does harms both alike.
    bare.push(await timed(() => execFileSync(process.execPath, ["-e", "0"])));
    starts.push(
      await timed(async () => {
        both.start();
        while (!(await both.isReady())) await pause(often);
      }),
    );
    await both.bot.end("SIGKILL");
  }
  const [ours, theirs] = [median(starts), median(bare)];
  return {
    passed: ours <= limit,
    figure:
      `${times} starts until ready on both platforms: median ${Math.round(ours)} ms, slowest ` +
      `${Math.round(Math.max(...starts))} ms; \`node -e 0\` ${Math.round(theirs)} ms, so ${(ours / theirs).toFixed(1)} times that`,
  };
};

async function timed(work: () => unknown): Promise<number> {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
