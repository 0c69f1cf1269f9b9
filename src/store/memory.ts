import { randomBytes } from "node:crypto";
import { LRUCache } from "lru-cache";
import { atMost } from "../at-most.ts";
import { createDigest } from "./digest.ts";
import { claimed, dayOf, questionDays } from "./retention.ts";
import type { Community, OpenQuestion, Settings, Store, Vote } from "./store.ts";

const mostEvents = 100_000;

type Now = () => number;

/** For a single process, until it ends. */
export function createMemoryStore(now: Now = Date.now): Store {
  const settings = new Map<string, Map<string, Settings>>();
  const quiet = new Map<string, Set<string>>();
  const votes = new Map<string, Vote & { readonly day: string; readonly count: number }>();
  const questions = new Map<string, Map<string, OpenQuestion>>();
  const installations = new Map<string, string>();
  const events = new LRUCache<string, true>({
    ...atMost(mostEvents),
    ttl: claimed,
    ttlResolution: 0,
    perf: { now },
  });
  // Ids are kept nowhere, not even here.
  const digest = createDigest(randomBytes(32));
  const keyOf = ({ adapter, id }: Community) => digest("community", adapter, id);
  const personOf = ({ adapter }: Pick<Community, "adapter">, person: string) =>
    digest("person", adapter, person);
  const channelOf = ({ adapter, id }: Community, channel: string | undefined) =>
    channel === undefined ? "" : digest("channel", adapter, id, channel);

  const clear = (community: Community) => {
    for (const kept of [settings, quiet, questions]) kept.delete(keyOf(community));
  };

  return {
    async settings(community, channel) {
      const channels = settings.get(keyOf(community));
      return { ...channels?.get(""), ...channels?.get(channelOf(community, channel)) };
    },
    async change(community, channel, changed) {
      const channels = settings.get(keyOf(community)) ?? new Map<string, Settings>();
      settings.set(keyOf(community), channels.set(channelOf(community, channel), changed));
    },
    async isQuiet(community, person) {
      return quiet.get(keyOf(community))?.has(personOf(community, person)) ?? false;
    },
    async setQuiet(community, person, wanted) {
      const persons = quiet.get(keyOf(community)) ?? new Set<string>();
      if (wanted) quiet.set(keyOf(community), persons.add(personOf(community, person)));
      else persons.delete(personOf(community, person));
    },
    async vote(vote) {
      const day = dayOf(now());
      const key = `${vote.entry} ${vote.verdict} ${day}`;
      votes.set(key, { ...vote, day, count: (votes.get(key)?.count ?? 0) + 1 });
    },
    votes: async () => [...votes.values()],
    async collect(community, text, language) {
      const own = questions.get(keyOf(community)) ?? new Map<string, OpenQuestion>();
      const known = own.get(text) ?? { text, language, count: 0 };
      own.set(text, { ...known, count: known.count + 1, day: dayOf(now()) });
      questions.set(keyOf(community), own);
    },
    async questions() {
      const all = new Map<string, OpenQuestion>();
      for (const one of [...questions.values()].flatMap((own) => [...own.values()])) {
        const known = all.get(one.text);
        const day = known === undefined || known.day < one.day ? one.day : known.day;
        all.set(one.text, { ...(known ?? one), count: (known?.count ?? 0) + one.count, day });
      }
      return [...all.values()].toSorted((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
    },
    async settle(text) {
      for (const own of questions.values()) own.delete(text);
    },
    async claim(ids) {
      const hashes = ids.map((id) => digest("event", id));
      const isNew = !hashes.some((hash) => events.has(hash));
      for (const hash of hashes) if (!events.has(hash)) events.set(hash, true);
      return isNew;
    },
    lease: async () => true,
    processes: async () => 1,
    async install(community, installation) {
      installations.set(keyOf(community), installation);
    },
    async installation(community) {
      return installations.get(keyOf(community));
    },
    clear: async (community) => clear(community),
    async forget(community) {
      clear(community);
      installations.delete(keyOf(community));
    },
    async forgetPerson(adapter, person) {
      for (const persons of quiet.values()) persons.delete(personOf({ adapter }, person));
    },
    async tidy() {
      const oldest = dayOf(now(), questionDays);
      for (const own of questions.values())
        for (const { text, day } of own.values()) if (day < oldest) own.delete(text);
      events.purgeStale();
    },
    async close() {},
  };
}
