import { vi } from "vitest";
import { communitiesOn, platformNames, type PlatformName } from "./cast.ts";
import { check, checkKept, expectationOf, leftOf } from "./checker.ts";
import { never, outOfTime, type Pass, sleep } from "./clock.ts";
import { decisionIn, outcomeOf } from "./decisions.ts";
import { createDiscordLine, discordEvent } from "./discord.ts";
import { current, type Delivery, type Happening } from "./happenings.ts";
import { createProcess, type Process } from "./process.ts";
import { createRandom, type Random } from "./random.ts";
import { createSlackSide, slackBody, slackLeaving } from "./slack.ts";
import { type Deed, nextDeed } from "./steps.ts";
import { createStorage, weathers } from "./storage.ts";
import { change } from "./truth.ts";
import { createWorld, memberOf } from "./world.ts";

export interface Run {
  /** What must not be; nothing is what there should be. */
  readonly faults: readonly string[];
  readonly history: readonly string[];
  readonly counts: { readonly events: number; readonly deliveries: number; readonly answers: number };
}

/** Milliseconds after which all that was going on has come to its end. */
const untilQuiet = 180_000;
const afterLeaving = 15_000;

export async function simulate(seed: number, steps: number): Promise<Run> {
  const random = createRandom(seed);
  const run: { done?: Run } = {};
  await outOfTime(async (pass) => {
    run.done = await live(random, steps, pass);
  });
  if (run.done === undefined) throw new Error("the run has not ended");
  return run.done;
}

async function live(random: Random, steps: number, pass: Pass): Promise<Run> {
  const world = createWorld(random);
  const storage = createStorage(random);
  const slack = createSlackSide(world);
  const lines = { discord: createDiscordLine(world), slack: slack.line };
  const processes: Process[] = [];
  /** Removals that are going on, and those of which nobody knows how they ended. */
  const leaving = new Set<string>();
  const unclear = new Set<string>();
  const stopping = new Set<Process>();
  let started = 0;

  const alive = () => processes.filter(({ isAlive }) => isAlive());
  const takers = (platform: PlatformName) => alive().filter(({ takes }) => takes(platform));

  function start(): void {
    started += 1;
    const name = `p${started}`;
    world.note(`${name} starts`);
    processes.push(
      createProcess(name, {
        storage,
        random,
        lines,
        processes: () => Math.max(1, alive().length),
        onError(delivery, message) {
          world.faults.push(`unexpected error: ${message} ${delivery?.happening.number ?? ""}`);
        },
      }),
    );
  }

  function deliver(happening: Happening, to?: Process): void {
    const { platform } = happening.place;
    const process = to ?? random.among(takers(platform));
    if (process?.takes(platform) !== true) return;
    const expected = expectationOf(happening, world);
    const delivery: Delivery = {
      happening,
      process: process.name,
      began: Date.now(),
      missed: new Set(),
      faults: [],
      offered: [],
      isStopping: stopping.has(process),
      mustNot: expected.mustNot,
      silence: expected.mayBeSilent,
    };
    happening.deliveries.push(delivery);
    world.note(`#${happening.number} to ${process.name}`);
    void current.run(delivery, () => carry(delivery, process));
  }

  async function carry(delivery: Delivery, process: Process): Promise<void> {
    const { happening } = delivery;
    const decision = decisionIn(happening);
    const end = decision === undefined ? undefined : world.truth.begin(decision.changes);
    open.add({ delivery, process, end: () => decision && end?.(outcomeOf(delivery, decision.sentence)) });
    try {
      await (happening.place.platform === "discord"
        ? process.discord(discordEvent(happening))
        : process.slack(slackBody(happening), (answer) =>
            process.isAlive() ? slack.acknowledge(delivery, answer) : never(),
          ));
    } catch (error) {
      world.blame(happening, `is rejected with ${String(error)}`);
    }
    finish(delivery, "done");
  }

  interface Open {
    readonly delivery: Delivery;
    readonly process: Process;
    readonly end: () => void;
  }
  const open = new Set<Open>();

  function finish(delivery: Delivery, how: "done" | "stop" | "crash"): void {
    if (delivery.end !== undefined) return;
    delivery.end = how;
    const { happening, mustNot, offered, missed } = delivery;
    if (mustNot && offered.length > 0 && !missed.has("settings"))
      world.blame(happening, "is answered against what was decided");
    for (const one of open)
      if (one.delivery === delivery) {
        open.delete(one);
        one.end();
      }
  }

  function cut(process: Process, how: "stop" | "crash"): void {
    for (const one of open) if (one.process === process) finish(one.delivery, how);
  }

  /** Once, as a rule; twice at once, or again after a while; now and then not at all. */
  function happen(deed: Deed): void {
    const happening: Happening = {
      ...deed,
      number: world.happenings.length + 1,
      at: Date.now(),
      spell: random.weighed([
        [94, undefined],
        [2, "boom"],
        [2, "bang"],
        [2, "slow"],
      ] as const),
      deliveries: [],
      shown: [],
    };
    world.happenings.push(happening);
    const { number, kind, person, place, text } = happening;
    world.note(
      `#${number} ${place.platform} ${kind} by ${person} in ${place.channel}: ${text} ${happening.spell ?? ""}`,
    );
    const times = random.weighed([
      [4, 0],
      [74, 1],
      [18, 2],
      [4, 3],
    ] as const);
    // Only these come again after so long.
    const isMessage = kind === "mention" || kind === "direct" || kind === "overheard";
    for (let time = 0; time < times; time += 1) {
      const delay =
        time === 0
          ? random.between(0, 60)
          : random.weighed([
              [3, random.between(0, 60)],
              [3, random.between(60, 3_000)],
              [isMessage ? 1 : 0, 60_000],
            ] as const);
      void sleep(delay).then(() => deliver(happening));
    }
  }

  async function stop(process: Process): Promise<void> {
    world.note(`${process.name} stops`);
    stopping.add(process);
    for (const one of open) if (one.process === process) one.delivery.isStopping = true;
    await process.stop();
    cut(process, "stop");
    world.note(`${process.name} has stopped`);
  }

  function restart(): void {
    const process = random.among(alive());
    if (process === undefined) return;
    const again = random.weighed([
      [1, 0],
      [1, random.between(100, 5_000)],
    ] as const);
    if (random.chance(0.6)) {
      // A rolling update: the next one is there before.
      if (again === 0) start();
      void stop(process);
    } else {
      world.note(`${process.name} crashes`);
      process.crash();
      cut(process, "crash");
      if (again === 0) start();
    }
    if (again > 0) void sleep(again).then(start);
  }

  function remove(): void {
    const platform = random.pick(platformNames);
    const community = random.among(
      communitiesOn(platform).filter((one) => world.members.has(memberOf(platform, one))),
    );
    const process = random.among(takers(platform));
    if (community === undefined || process === undefined) return;
    void leave(platform, community, process);
  }

  async function leave(platform: PlatformName, community: string, process: Process): Promise<void> {
    const member = memberOf(platform, community);
    world.members.delete(member);
    leaving.add(member);
    world.note(`${process.name} is removed from ${member}`);
    const end = world.truth.begin(change.clear(platform, community));
    const left =
      platform === "discord"
        ? process.left(community)
        : process.slack(slackLeaving(community), async () => {});
    const gone = (async () => {
      while (process.isAlive()) await sleep(1_000);
      return "gone" as const;
    })();
    const result = await Promise.race([left, gone]);
    leaving.delete(member);
    end(result === "gone" ? "unknown" : "kept");
    if (result === "gone") {
      unclear.add(member);
      return;
    }
    unclear.delete(member);
    world.note(`${member} is forgotten`);
    await sleep(afterLeaving);
    if (world.members.has(member)) return;
    for (const what of await leftOf(platform, community, storage.kept))
      world.faults.push(`${member} is removed, and left are ${what}`);
  }

  function invite(): void {
    for (const platform of platformNames)
      for (const community of communitiesOn(platform)) {
        const member = memberOf(platform, community);
        if (!world.members.has(member) && !leaving.has(member) && random.chance(0.5)) {
          world.members.add(member);
          world.note(`is invited to ${member}`);
        }
      }
  }

  function step(): void {
    const act = random.weighed([
      [
        90,
        () => {
          const deed = nextDeed(world);
          if (deed !== undefined) happen(deed);
        },
      ],
      [
        3,
        () => {
          storage.weather = random.weighed([
            [5, "fine"],
            ...weathers.slice(1).map((weather) => [1, weather] as const),
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
      [2, restart],
      [0.5, remove],
      [1.5, invite],
    ] as const);
    act();
  }

  vi.stubGlobal("fetch", (url: string, { body }: RequestInit) => {
    const name = current.getStore()?.process;
    const process = processes.find((one) => one.name === name);
    return process?.fetch(url, body) ?? Promise.reject(new Error(`nobody asked for ${url}`));
  });
  start();
  start();
  if (random.chance(0.3)) start();
  for (let done = 0; done < steps; done += 1) {
    step();
    await pass(
      random.weighed([
        [30, random.between(0, 10)],
        [30, random.between(10, 200)],
        [25, random.between(200, 2_000)],
        [12, random.between(2_000, 15_000)],
        [2, random.between(60_000, 600_000)],
        [0.3, 3_600_000],
      ] as const),
    );
  }

  storage.weather = "fine";
  world.network = "fine";
  await pass(untilQuiet);
  // Everything ends, or somebody waits for nothing.
  for (const { delivery } of open) world.blame(delivery.happening, "does not come to its end");
  check(world);
  await checkKept(world, storage.kept);
  // In the end it is removed everywhere.
  if (alive().length === 0) start();
  for (const platform of platformNames)
    for (const community of communitiesOn(platform)) {
      const [process] = alive();
      if (process === undefined) continue;
      void leave(platform, community, process);
    }
  await pass(untilQuiet);
  const questions = await storage.kept.questions();
  if (questions.length > 0) world.faults.push(`${questions.length} questions are left`);
  for (const process of alive()) process.crash();
  const answers = world.happenings.reduce((sum, { shown }) => sum + shown.length, 0);
  const deliveries = world.happenings.reduce((sum, one) => sum + one.deliveries.length, 0);
  return {
    faults: world.faults,
    history: world.history,
    counts: { events: world.happenings.length, deliveries, answers },
  };
}
