import type { PlatformName } from "./cast.ts";
import { sleep } from "./clock.ts";
import { createProcess, type Lines, type Process } from "./process.ts";
import type { Storage } from "./storage.ts";
import type { World } from "./world.ts";

/** The processes of the bot that share the events. */
export interface Fleet {
  start(): void;
  /** One of them stops or crashes, and another takes its place, before that or a while after. */
  restart(): void;
  alive(): readonly Process[];
  /** Those to which a platform can tell something. */
  takers(platform: PlatformName): readonly Process[];
  named(name: string | undefined): Process | undefined;
}

interface Watching {
  readonly onStopping: (process: Process) => void;
  /** Nothing comes from it any more. */
  readonly onEnd: (process: Process, how: "stop" | "crash") => void;
}

export function createFleet(
  world: World,
  storage: Storage,
  lines: Lines,
  { onStopping, onEnd }: Watching,
): Fleet {
  const { random } = world;
  const processes: Process[] = [];
  const alive = () => processes.filter(({ isAlive }) => isAlive());

  function start(): void {
    const name = `p${processes.length + 1}`;
    world.note(`${name} starts`);
    const one = createProcess(name, {
      storage,
      random,
      lines,
      processes: () => Math.max(1, alive().length),
      onError(delivery, message) {
        world.faults.push(`unexpected error: ${message} #${delivery?.happening.number ?? ""}`);
      },
    });
    processes.push(one);
  }

  async function stop(process: Process): Promise<void> {
    world.note(`${process.name} stops`);
    onStopping(process);
    await process.stop();
    onEnd(process, "stop");
    world.note(`${process.name} has stopped`);
  }

  function crash(process: Process): void {
    world.note(`${process.name} crashes`);
    process.crash();
    onEnd(process, "crash");
  }

  return {
    start,
    alive,
    takers: (platform) => alive().filter(({ takes }) => takes(platform)),
    named: (name) => processes.find((one) => one.name === name),
    restart() {
      const process = random.among(alive());
      if (process === undefined) return;
      const isRolling = random.chance(0.5);
      if (isRolling) start();
      else void sleep(random.between(100, 5_000)).then(start);
      if (random.chance(0.6)) void stop(process);
      else crash(process);
    },
  };
}
