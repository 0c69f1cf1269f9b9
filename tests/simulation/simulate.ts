import { vi } from "vitest";
import { check, checkKept } from "./checker.ts";
import { outOfTime, type Pass } from "./clock.ts";
import { createDeliveries, type Deliveries } from "./deliveries.ts";
import { createDiscordLine } from "./discord.ts";
import { createFleet, type Fleet } from "./fleet.ts";
import { current } from "./happenings.ts";
import { createMembership, type Membership } from "./membership.ts";
import { createRandom, type Random } from "./random.ts";
import { createSlackSide } from "./slack.ts";
import { nextDeed } from "./steps.ts";
import { createStorage, type Storage } from "./storage.ts";
import { createWorld, type World } from "./world.ts";

/** All that happened by one seed. */
export interface Life {
  /** What must not be; nothing is what there should be. */
  readonly faults: readonly string[];
  readonly history: readonly string[];
  readonly counts: { readonly events: number; readonly deliveries: number; readonly answers: number };
}

/** Milliseconds after which all that was going on has come to its end. */
const untilQuiet = 180_000;

export async function simulate(seed: number, steps: number): Promise<Life> {
  const random = createRandom(seed);
  const lives: Life[] = [];
  await outOfTime(async (pass) => {
    lives.push(await live(random, steps, pass));
  });
  const [life] = lives;
  if (life === undefined) throw new Error("time is over, and nobody has lived");
  return life;
}

interface Stage {
  readonly world: World;
  readonly storage: Storage;
  readonly fleet: Fleet;
  readonly deliveries: Deliveries;
  readonly membership: Membership;
}

function prepare(random: Random): Stage {
  const world = createWorld(random);
  const storage = createStorage(random);
  const { acknowledge, line } = createSlackSide(world);
  const deliveries = createDeliveries(world, {
    takers: (platform) => fleet.takers(platform),
    acknowledge,
  });
  const fleet = createFleet(
    world,
    storage,
    { discord: createDiscordLine(world), slack: line },
    {
      onStopping: (process) => deliveries.stopping(process),
      onEnd: (process, how) => deliveries.ended(process, how),
    },
  );
  vi.stubGlobal("fetch", (url: string, { body }: RequestInit) => {
    const process = fleet.named(current.getStore()?.process);
    return process?.fetch(url, body) ?? Promise.reject(new Error(`nobody asked for ${url}`));
  });
  const membership = createMembership(world, storage, (platform) => fleet.takers(platform));
  return { world, storage, fleet, deliveries, membership };
}

async function live(random: Random, steps: number, pass: Pass): Promise<Life> {
  const stage = prepare(random);
  const { world, storage, fleet, deliveries, membership } = stage;
  for (let count = random.between(2, 3); count > 0; count -= 1) fleet.start();
  for (let done = 0; done < steps; done += 1) {
    step(stage);
    await pass(untilNext(random));
  }
  storage.weather = "fine";
  world.network = "fine";
  await pass(untilQuiet);
  for (const { happening } of deliveries.open) world.blame(happening, "does not come to its end");
  check(world);
  await checkKept(world, storage.kept);
  if (fleet.alive().length === 0) fleet.start();
  const [last] = fleet.alive();
  if (last !== undefined) membership.removeAll(last);
  await pass(untilQuiet);
  const questions = await storage.kept.questions();
  if (questions.length > 0) world.faults.push(`${questions.length} questions are left of nobody`);
  for (const process of fleet.alive()) process.crash();
  const { happenings, faults, history } = world;
  const sum = (count: (one: (typeof happenings)[number]) => number) =>
    happenings.reduce((all, one) => all + count(one), 0);
  return {
    faults,
    history,
    counts: {
      events: happenings.length,
      deliveries: sum((one) => one.deliveries.length),
      answers: sum(({ shown }) => shown.length),
    },
  };
}

function step({ world, storage, fleet, deliveries, membership }: Stage): void {
  const { random } = world;
  const act = random.weighed<() => void>([
    [
      90,
      () => {
        const deed = nextDeed(world);
        if (deed !== undefined) deliveries.happen(deed);
      },
    ],
    [
      3,
      () => {
        storage.weather = random.weighed([
          [5, "fine"],
          [1, "slow"],
          [1, "flaky"],
          [1, "down"],
        ] as const);
        world.note(`the store is ${storage.weather}`);
      },
    ],
    [
      2,
      () => {
        world.network = random.pick(["fine", "rough"]);
        world.note(`the network is ${world.network}`);
      },
    ],
    [2, () => fleet.restart()],
    [0.5, () => membership.remove()],
    [1.5, () => membership.invite()],
  ]);
  act();
}

/** From nothing to an hour. */
function untilNext(random: Random): number {
  return random.weighed([
    [30, random.between(0, 10)],
    [30, random.between(10, 200)],
    [25, random.between(200, 2_000)],
    [12, random.between(2_000, 15_000)],
    [2, random.between(60_000, 600_000)],
    [0.3, 3_600_000],
  ] as const);
}
