import { PostgresDialect } from "kysely";
import type { Engine } from "./sql-store.ts";

/** Milliseconds: no answer waits longer for the store, so neither does a connection. */
const patience = 2_000;
const mostConnections = 5;

/**
 * A PostgreSQL server. `onTrouble` gets what goes wrong while nothing is asked.
 * @throws {Error} saying what to do when the driver is not installed.
 */
export async function postgresEngine(url: string, onTrouble: (error: Error) => void): Promise<Engine> {
  const { default: pg } = await import("pg").catch((error: unknown) => {
    throw new Error("DATABASE_URL: the package pg is missing; install it with: npm install pg", {
      cause: error,
    });
  });
  const pool = new pg.Pool({
    connectionString: url,
    application_name: "openness",
    max: mostConnections,
    connectionTimeoutMillis: patience,
    query_timeout: patience,
    statement_timeout: patience,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  });
  pool.on("error", onTrouble);
  // The pool listens only to those that wait in it. One that breaks while it is lent out, but just not asked, would end the
  // process; what is asked of it next fails in any case.
  pool.on("connect", (client) => client.on("error", () => {}));
  return { dialect: new PostgresDialect({ pool }) };
}
