import { randomBytes, randomUUID } from "node:crypto";
import { type Dialect, type Insertable, Kysely, Migrator, sql } from "kysely";
import { languages } from "../chat.ts";
import { createClaim } from "./claims.ts";
import { createDigest, type Digest } from "./digest.ts";
import { migrations } from "./migrations.ts";
import { dayOf, present, questionDays } from "./retention.ts";
import { type Community, modes, reasons, type Settings, type Store } from "./store.ts";
import type { Tables } from "./tables.ts";
import type { Vault } from "./vault.ts";

type Database = Kysely<Tables>;

const verdicts = ["helpful", "unhelpful", ...reasons] as const;

/** A kind of database, opened. */
export interface Engine {
  readonly dialect: Dialect;
  /** Called once the tables are as they should be. */
  readonly onMigrated?: () => void;
}

/**
 * The store in a database. Brings its tables up to date first; of several processes that do so at once, one does it.
 * @throws {Error} with a sentence for the operator when its keys do not fit.
 */
export async function openSqlStore(
  { dialect, onMigrated }: Engine,
  vault: Vault,
  now: () => number = Date.now,
): Promise<Store> {
  const database = new Kysely<Tables>({ dialect });
  try {
    const { error } = await new Migrator({
      db: database,
      provider: { getMigrations: async () => migrations },
    }).migrateToLatest();
    if (error !== undefined) throw error;
    onMigrated?.();
    const secret = await secretOf(database, vault);
    return createSqlStore(database, createDigest(secret), vault, now);
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

/** Without it the hashes are worth nothing, so it is made once, and is as well kept as the installations. */
async function secretOf(database: Database, vault: Vault): Promise<Buffer> {
  const name = "hashes";
  const made = vault.seal(randomBytes(32).toString("base64"), name);
  await database
    .insertInto("secrets")
    .values({ name, sealed: made })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
  const { sealed } = await database
    .selectFrom("secrets")
    .select("sealed")
    .where("name", "=", name)
    .executeTakeFirstOrThrow();
  const secret = vault.open(sealed, name);
  if (!vault.isFresh(sealed))
    await database
      .updateTable("secrets")
      .set({ sealed: vault.seal(secret, name) })
      .where("name", "=", name)
      .execute();
  return Buffer.from(secret, "base64");
}

function createSqlStore(database: Database, digest: Digest, vault: Vault, now: () => number): Store {
  const holder = randomUUID();
  const claim = createClaim(database, now);
  const keyOf = ({ adapter, id }: Community) => digest("community", adapter, id);
  const channelOf = ({ adapter, id }: Community, channel: string | undefined) =>
    channel === undefined ? "" : digest("channel", adapter, id, channel);
  const purposeOf = (community: string) => `installation ${community}`;

  async function hold(name: string, milliseconds: number): Promise<boolean> {
    const at = now();
    const { numInsertedOrUpdatedRows: rows } = await database
      .insertInto("leases")
      .values({ name, holder, until: at + milliseconds })
      .onConflict((conflict) =>
        conflict
          .column("name")
          .doUpdateSet({ holder, until: at + milliseconds })
          .where((held) => held.or([held("leases.holder", "=", holder), held("leases.until", "<=", at)])),
      )
      .executeTakeFirstOrThrow();
    return rows === 1n;
  }

  async function deleteFrom(
    tables: readonly ("settings" | "quiet" | "questions" | "installations")[],
    community: Community,
  ): Promise<void> {
    await database.transaction().execute(async (all) => {
      for (const table of tables)
        await all.deleteFrom(table).where("community", "=", keyOf(community)).execute();
    });
  }

  return {
    async settings(community, channel) {
      const own = channelOf(community, channel);
      const rows = await database
        .selectFrom("settings")
        .select(["language", "mode", "collect"])
        .where("community", "=", keyOf(community))
        .where("channel", "in", ["", own])
        .orderBy("channel")
        .execute();
      return rows.reduce<Settings>((before, row) => ({ ...before, ...settingsIn(row) }), {});
    },

    async change(community, channel, { language, mode, collect }) {
      const row = {
        language: language ?? null,
        mode: mode ?? null,
        collect: collect === undefined ? null : Number(collect),
      };
      await database
        .insertInto("settings")
        .values({ community: keyOf(community), channel: channelOf(community, channel), ...row })
        .onConflict((conflict) => conflict.columns(["community", "channel"]).doUpdateSet(row))
        .execute();
    },

    async isQuiet(community, person) {
      const found = await database
        .selectFrom("quiet")
        .select("person")
        .where("community", "=", keyOf(community))
        .where("person", "=", digest("person", community.adapter, person))
        .executeTakeFirst();
      return found !== undefined;
    },

    async setQuiet(community, person, quiet) {
      const row: Insertable<Tables["quiet"]> = {
        community: keyOf(community),
        person: digest("person", community.adapter, person),
      };
      await (quiet
        ? database
            .insertInto("quiet")
            .values(row)
            .onConflict((conflict) => conflict.columns(["community", "person"]).doNothing())
            .execute()
        : database
            .deleteFrom("quiet")
            .where("community", "=", row.community)
            .where("person", "=", row.person)
            .execute());
    },

    async vote({ entry, verdict }) {
      await database
        .insertInto("votes")
        .values({ entry, verdict, day: dayOf(now()), count: 1 })
        .onConflict((conflict) =>
          conflict.columns(["entry", "verdict", "day"]).doUpdateSet({ count: sql<number>`votes.count + 1` }),
        )
        .execute();
    },

    async votes() {
      const rows = await database.selectFrom("votes").selectAll().orderBy("day").orderBy("entry").execute();
      return rows.flatMap(({ verdict, ...row }) => {
        const known = verdicts.find((one) => one === verdict);
        return known === undefined ? [] : [{ ...row, verdict: known }];
      });
    },

    async collect(community, text, language) {
      const day = dayOf(now());
      await database
        .insertInto("questions")
        .values({ community: keyOf(community), text, language, count: 1, day })
        .onConflict((conflict) =>
          conflict
            .columns(["community", "text"])
            .doUpdateSet({ count: sql<number>`questions.count + 1`, day }),
        )
        .execute();
    },

    async questions() {
      const rows = await database
        .selectFrom("questions")
        .select(({ fn }) => [
          "text",
          fn.min("language").as("language"),
          fn.sum<number | string>("count").as("total"),
          fn.max("day").as("day"),
        ])
        .groupBy("text")
        .orderBy("total", "desc")
        .orderBy("text")
        .execute();
      return rows.map(({ text, language, total, day }) => ({
        text,
        language: languages.find((one) => one === language) ?? "en",
        // A sum of integers comes as text from some engines.
        count: Number(total),
        day,
      }));
    },

    async settle(text) {
      await database.deleteFrom("questions").where("text", "=", text).execute();
    },

    async claim(ids) {
      if (ids.length === 0) return true;
      return claim([...new Set(ids.map((id) => digest("event", id)))]);
    },

    lease: hold,

    async processes() {
      await hold(`process ${holder}`, present);
      const { count } = await database
        .selectFrom("leases")
        .select(({ fn }) => fn.countAll<number | string>().as("count"))
        .where("name", "like", "process %")
        .where("until", ">", now())
        .executeTakeFirstOrThrow();
      return Number(count);
    },

    async install(community, installation) {
      const key = keyOf(community);
      const sealed = vault.seal(installation, purposeOf(key));
      await database
        .insertInto("installations")
        .values({ community: key, sealed })
        .onConflict((conflict) => conflict.column("community").doUpdateSet({ sealed }))
        .execute();
    },

    async installation(community) {
      const key = keyOf(community);
      const found = await database
        .selectFrom("installations")
        .select("sealed")
        .where("community", "=", key)
        .executeTakeFirst();
      if (found === undefined) return undefined;
      const opened = vault.open(found.sealed, purposeOf(key));
      if (!vault.isFresh(found.sealed))
        await database
          .updateTable("installations")
          .set({ sealed: vault.seal(opened, purposeOf(key)) })
          .where("community", "=", key)
          // Unless it was installed anew meanwhile.
          .where("sealed", "=", found.sealed)
          .execute();
      return opened;
    },

    clear: (community) => deleteFrom(["settings", "quiet", "questions"], community),
    forget: (community) => deleteFrom(["settings", "quiet", "questions", "installations"], community),

    async forgetPerson(adapter, person) {
      await database
        .deleteFrom("quiet")
        .where("person", "=", digest("person", adapter, person))
        .execute();
    },

    async tidy() {
      await database.deleteFrom("claims").where("until", "<=", now()).execute();
      await database.deleteFrom("leases").where("until", "<=", now()).execute();
      await database.deleteFrom("questions").where("day", "<", dayOf(now(), questionDays)).execute();
    },

    async close() {
      await database
        .deleteFrom("leases")
        .where("holder", "=", holder)
        .execute()
        // It expires by itself.
        .catch(() => {});
      await database.destroy();
    },
  };
}

/** What is not there, or was written by a newer version, is as usual. */
function settingsIn(row: Pick<Tables["settings"], "language" | "mode" | "collect">): Settings {
  const language = languages.find((one) => one === row.language);
  const mode = modes.find((one) => one === row.mode);
  return {
    ...(language === undefined ? {} : { language }),
    ...(mode === undefined ? {} : { mode }),
    ...(row.collect === null ? {} : { collect: row.collect === 1 }),
  };
}
