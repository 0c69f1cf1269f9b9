import { expectationOf } from "./checker.ts";
import { never, sleep } from "./clock.ts";
import { decisionIn, outcomeOf } from "./decisions.ts";
import { discordEvent } from "./discord.ts";
import { current, type Delivery, type Happening } from "./happenings.ts";
import type { Process } from "./process.ts";
import { slackBody } from "./slack.ts";
import type { Deed } from "./steps.ts";
import type { World } from "./world.ts";

/** How the platforms tell the bot of what happens. */
export interface Deliveries {
  /** Once, as a rule; twice at once, or again after a while; now and then not at all. */
  happen(deed: Deed): void;
  /** From now on what comes to it may be cut short. */
  stopping(process: Process): void;
  ended(process: Process, how: "stop" | "crash"): void;
  /** What has not come to its end. */
  readonly open: readonly Delivery[];
}

interface Parts {
  readonly takers: (platform: Happening["place"]["platform"]) => readonly Process[];
  readonly acknowledge: (delivery: Delivery, answer: unknown) => Promise<void>;
}

interface Open {
  readonly process: Process;
  readonly end: () => void;
}

export function createDeliveries(world: World, { takers, acknowledge }: Parts): Deliveries {
  const { random } = world;
  const open = new Map<Delivery, Open>();
  const stopping = new Set<Process>();

  function deliver(happening: Happening): void {
    const process = random.among(takers(happening.place.platform));
    if (process === undefined) return;
    const delivery: Delivery = {
      happening,
      process: process.name,
      began: Date.now(),
      missed: new Set(),
      faults: [],
      offered: [],
      isStopping: stopping.has(process),
      ...expectationOf(happening, world),
    };
    happening.deliveries.push(delivery);
    world.note(`#${happening.number} to ${process.name}`);
    const decision = decisionIn(happening);
    const end = decision === undefined ? undefined : world.truth.begin(decision.changes);
    open.set(delivery, {
      process,
      end: () => decision && end?.(outcomeOf(delivery, decision.sentence)),
    });
    void current.run(delivery, () => carry(delivery, process));
  }

  async function carry(delivery: Delivery, process: Process): Promise<void> {
    const { happening } = delivery;
    try {
      await (happening.place.platform === "discord"
        ? process.discord(discordEvent(happening))
        : process.slack(slackBody(happening), (answer) =>
            process.isAlive() ? acknowledge(delivery, answer) : never(),
          ));
    } catch (error) {
      world.blame(happening, `is rejected with ${String(error)}`);
    }
    finish(delivery, "done");
  }

  function finish(delivery: Delivery, how: "done" | "stop" | "crash"): void {
    if (delivery.end !== undefined) return;
    delivery.end = how;
    const { happening, mustNot, offered, missed } = delivery;
    if (mustNot && offered.length > 0 && !missed.has("settings"))
      world.blame(happening, "is answered against what was decided");
    open.get(delivery)?.end();
    open.delete(delivery);
  }

  return {
    happen(deed) {
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
      const { number, kind, person, place, text, spell = "" } = happening;
      world.note(`#${number} ${place.platform} ${kind} by ${person} in ${place.channel}: ${text} ${spell}`);
      for (const delay of delaysOf(kind)) void sleep(delay).then(() => deliver(happening));
    },
    stopping(process) {
      stopping.add(process);
      for (const [delivery, one] of open) if (one.process === process) delivery.isStopping = true;
    },
    ended(process, how) {
      for (const [delivery, one] of open) if (one.process === process) finish(delivery, how);
    },
    get open() {
      return [...open.keys()];
    },
  };

  function delaysOf(kind: Happening["kind"]): readonly number[] {
    // Only messages come again after so long.
    const isMessage = kind === "mention" || kind === "direct" || kind === "overheard";
    const times = random.weighed([
      [4, 0],
      [74, 1],
      [18, 2],
      [4, 3],
    ] as const);
    return Array.from({ length: times }, (_, time) =>
      time === 0
        ? random.between(0, 60)
        : random.weighed([
            [3, random.between(0, 60)],
            [3, random.between(60, 3_000)],
            [isMessage ? 1 : 0, 60_000],
          ] as const),
    );
  }
}
