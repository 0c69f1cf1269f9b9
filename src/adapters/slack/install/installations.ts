import { setTimeout as pause } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import { atMost } from "../../../at-most.ts";
import type { Log } from "../../../log.ts";
import { leave } from "../../../manners/leave.ts";
import type { Store } from "../../../store/store.ts";
import type { Trouble } from "../connect/trouble.ts";
import type { Workspace, Workspaces } from "../workspace.ts";
import { type Installation, readInstallation, writeInstallation } from "./record.ts";

/** A few kilobytes each. */
const mostOpen = 10_000;
/** In milliseconds: another process may have installed the bot there anew, or removed it. */
const freshFor = 60_000;
const patience = 1_500;

/** What installations need of the store. */
export type InstallationStore = Pick<Store, "claim" | "install" | "installation" | "forget">;

interface InstallationsOptions {
  readonly store: InstallationStore;
  /** `onTokenRefused` is to be called when Slack no longer takes its token. */
  readonly open: (installation: Installation, onTokenRefused: () => void) => Workspace;
  readonly trouble: Trouble;
  readonly log: Log;
}

/** The workspaces that have installed the bot by themselves. */
export interface Installations extends Workspaces {
  /** Takes the place of an earlier installation there, at once in this process. */
  add(installation: Installation): Promise<void>;
}

export function createInstallations({ store, open, trouble, log }: InstallationsOptions): Installations {
  // Promises, so that what comes at once is read once, and what was being read is not kept after a change.
  const opened = new LRUCache<string, Promise<Workspace | undefined>>({
    ...atMost(mostOpen),
    ttl: freshFor,
    noDeleteOnStaleGet: true,
    perf: performance,
  });
  const community = (team: string) => ({ adapter: "slack", id: team });

  async function read(team: string): Promise<Installation | undefined> {
    const kept = await store.installation(community(team));
    if (kept === undefined) return undefined;
    const installation = readInstallation(kept);
    if (installation?.team === team) return installation;
    trouble.report("the record of an installation cannot be read; it has to be installed anew");
    return undefined;
  }

  async function look(team: string): Promise<Workspace | undefined> {
    const installation = await read(team);
    return installation && open(installation, () => void opened.delete(team));
  }

  async function forget(team: string, at: number): Promise<void> {
    // Slack repeats its events for minutes, in which the bot may have been installed anew.
    const since = (await read(team))?.at;
    if (since !== undefined && at < since) return;
    await store.forget(community(team));
    opened.delete(team);
  }

  function find(team: string): Promise<Workspace | undefined> {
    const known = opened.get(team);
    if (known !== undefined) return known;
    const old = opened.peek(team, { allowStale: true });
    const found: Promise<Workspace | undefined> = look(team).then(
      (workspace) => {
        // It may be installed in the very next moment, by another process.
        if (workspace === undefined && opened.peek(team) === found) opened.delete(team);
        return workspace;
      },
      (error: unknown) => {
        trouble.report("the store cannot be reached, so workspaces stay as they were");
        if (old !== undefined) return old;
        if (opened.peek(team) === found) opened.delete(team);
        throw error;
      },
    );
    opened.set(team, found);
    return found;
  }

  return {
    async find(teams) {
      for (const team of teams) {
        const workspace = await find(team);
        if (workspace !== undefined) return workspace;
      }
      return undefined;
    },

    async left(team, _why, at) {
      opened.delete(team);
      // A stop need not wait for a store that is away.
      const late = pause(patience, undefined, { ref: false });
      await Promise.race([leave(community(team), { forget: () => forget(team, at) }, log), late]);
    },

    async add(installation) {
      await store.install(community(installation.team), writeInstallation(installation));
      opened.delete(installation.team);
    },
  };
}
