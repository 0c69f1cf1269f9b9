import { writeSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { readKeys } from "../../src/store/keys.ts";
import { openStore } from "../../src/store/open.ts";
import { modes, type Settings, type Store } from "../../src/store/store.ts";
import { openPlainFile } from "./plain-file.ts";

/** Where it writes; `plain` is the control. */
export interface Place {
  readonly folder: string;
  readonly databaseUrl?: string;
  readonly keys?: string;
  readonly plain?: boolean;
}

/** What was acknowledged in a round. */
export interface Round {
  readonly round: number;
  readonly settings: number;
  readonly votes: number;
}

export interface Task {
  readonly place: Place;
  readonly round: number;
  /** What must be there at the start. */
  readonly check: readonly Round[];
  readonly write: "on and on" | "once";
  /** Opens the store no earlier, in milliseconds since 1970. */
  readonly at?: number;
}

type Written = Pick<Store, "settings" | "change" | "vote" | "votes" | "close">;

/** The process that `kill` kills. It says "started" with how much it missed, and a line for each acknowledged write. */
const { place, round, check, write, at = 0 }: Task = JSON.parse(process.argv[2] ?? "");

// Not through a stream, which would lose what it holds back.
const say = (line: string) => writeSync(1, `${line}\n`);
const community = { adapter: "drill", id: "one" };
const channelOf = (one: number, index: number) => `${one} ${index}`;
const settingsOf = (index: number): Settings => ({
  language: index % 2 === 0 ? "en" : "de",
  mode: modes[index % modes.length] ?? "off",
  collect: index % 5 === 0,
});
const entryOf = (one: number) => `entry-${one}`;

async function missing(store: Written): Promise<number> {
  let lost = 0;
  const votes = await store.votes();
  for (const { round: one, settings, votes: cast } of check) {
    for (let index = 0; index < settings; index += 1) {
      const kept = await store.settings(community, channelOf(one, index));
      const wanted = settingsOf(index);
      const isKept =
        kept.language === wanted.language && kept.mode === wanted.mode && kept.collect === wanted.collect;
      if (!isKept) lost += 1;
    }
    const counted = votes
      .filter(({ entry }) => entry === entryOf(one))
      .reduce((sum, vote) => sum + vote.count, 0);
    lost += Math.max(0, cast - counted);
  }
  return lost;
}

function open(): Promise<Written> | Written {
  const { folder, databaseUrl, keys, plain } = place;
  if (plain === true) return openPlainFile(folder);
  return openStore(
    { folder, databaseUrl, keys: keys === undefined ? undefined : readKeys(keys) },
    (error) => {
      throw error;
    },
  );
}

await pause(Math.max(0, at - Date.now()));
const store = await open();
say(`started ${await missing(store)}`);
const last = write === "once" ? 1 : Infinity;
for (let index = 0; index < last; index += 1) {
  await store.change(community, channelOf(round, index), settingsOf(index));
  say("settings");
  await store.vote({ entry: entryOf(round), verdict: "helpful" });
  say("vote");
}
await store.close();
