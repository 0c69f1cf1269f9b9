import { hasSqlite, openFolder } from "./folder.ts";
import { keyIn, type Keys } from "./keys.ts";
import { createMemoryStore } from "./memory.ts";
import type { Store } from "./store.ts";
import { createVault } from "./vault.ts";

export interface Whereabouts {
  /** A PostgreSQL server, "postgres://…". */
  readonly databaseUrl?: string | undefined;
  /** The folder of the database that Node itself brings, where there is no other. */
  readonly folder: string;
  /** Encrypt what has to be; beside a database on the same disk they are made where there are none. */
  readonly keys?: Keys | undefined;
}

/** Whether what is kept outlives the process. */
export function isLasting({ databaseUrl }: Whereabouts): boolean {
  return databaseUrl !== undefined || hasSqlite();
}

/** @throws {Error} with a sentence for the operator; later on it may work. */
export async function openStore(
  { databaseUrl, folder, keys }: Whereabouts,
  onTrouble: (error: Error) => void,
): Promise<Store> {
  if (databaseUrl !== undefined) {
    if (keys === undefined) throw new Error("STORE_KEYS: missing beside DATABASE_URL.");
    const [{ openSqlStore }, { postgresEngine }] = await Promise.all([
      import("./sql-store.ts"),
      import("./postgres.ts"),
    ]);
    return openSqlStore(await postgresEngine(databaseUrl, onTrouble), createVault(keys));
  }
  if (!hasSqlite()) return createMemoryStore();
  const [{ openSqlStore }, { sqliteEngine }] = await Promise.all([
    import("./sql-store.ts"),
    import("./sqlite.ts"),
  ]);
  const own = openFolder(folder);
  return openSqlStore(sqliteEngine(own), createVault(keys ?? keyIn(own)));
}
