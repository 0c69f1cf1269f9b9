import type { Kysely, Migration } from "kysely";

/** In the order of their names; one that was published is never changed. They read alike on every engine. */
export const migrations: Readonly<Record<string, Migration>> = {
  "2026-11-first": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("settings")
        .addColumn("community", "text", (column) => column.notNull())
        .addColumn("channel", "text", (column) => column.notNull())
        .addColumn("language", "text")
        .addColumn("mode", "text")
        .addColumn("collect", "integer")
        .addPrimaryKeyConstraint("settings_key", ["community", "channel"])
        .execute();
      await db.schema
        .createTable("quiet")
        .addColumn("community", "text", (column) => column.notNull())
        .addColumn("person", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("quiet_key", ["community", "person"])
        .execute();
      await db.schema.createIndex("quiet_person").on("quiet").column("person").execute();
      await db.schema
        .createTable("votes")
        .addColumn("entry", "text", (column) => column.notNull())
        .addColumn("verdict", "text", (column) => column.notNull())
        .addColumn("day", "text", (column) => column.notNull())
        .addColumn("count", "integer", (column) => column.notNull())
        .addPrimaryKeyConstraint("votes_key", ["entry", "verdict", "day"])
        .execute();
      await db.schema
        .createTable("questions")
        .addColumn("community", "text", (column) => column.notNull())
        .addColumn("text", "text", (column) => column.notNull())
        .addColumn("language", "text", (column) => column.notNull())
        .addColumn("count", "integer", (column) => column.notNull())
        .addColumn("day", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("questions_key", ["community", "text"])
        .execute();
      await db.schema
        .createTable("claims")
        .addColumn("event", "text", (column) => column.primaryKey())
        .addColumn("until", "bigint", (column) => column.notNull())
        .execute();
      await db.schema.createIndex("claims_until").on("claims").column("until").execute();
      await db.schema
        .createTable("leases")
        .addColumn("name", "text", (column) => column.primaryKey())
        .addColumn("holder", "text", (column) => column.notNull())
        .addColumn("until", "bigint", (column) => column.notNull())
        .execute();
      await db.schema
        .createTable("installations")
        .addColumn("community", "text", (column) => column.primaryKey())
        .addColumn("sealed", "text", (column) => column.notNull())
        .execute();
      await db.schema
        .createTable("secrets")
        .addColumn("name", "text", (column) => column.primaryKey())
        .addColumn("sealed", "text", (column) => column.notNull())
        .execute();
    },
  },
};
