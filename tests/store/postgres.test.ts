import { setTimeout as pause } from "node:timers/promises";
import { Kysely, sql } from "kysely";
import { expect, test } from "vitest";
import { postgresEngine } from "../../src/store/postgres.ts";
import { onServer, postgres, server } from "./engines.ts";

test.skipIf(!postgres.isThere)(
  "a connection that breaks between two statements fails the second, and ends nothing",
  async () => {
    const { dialect } = await postgresEngine(server, () => {});
    const database = new Kysely({ dialect });
    const work = database.connection().execute(async (connection) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(connection);
      await onServer(`select pg_terminate_backend(${rows[0]?.pid})`);
      // Until the end has arrived, while nothing is asked.
      await pause(100);
      await sql`select 1`.execute(connection);
    });
    // An error that nobody listened for would fail the whole run.
    await expect(work).rejects.toThrow(/connection|terminat|queryable/i);
    expect((await sql`select 1`.execute(database)).rows).toHaveLength(1);
    await database.destroy();
  },
);
