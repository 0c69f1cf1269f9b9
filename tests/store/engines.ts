import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Kysely } from "kysely";
import { Client, type QueryResult } from "pg";
import { hasSqlite } from "../../src/store/folder.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import { openSqlStore } from "../../src/store/sql-store.ts";
import { postgresEngine } from "../../src/store/postgres.ts";
import { sqliteEngine } from "../../src/store/sqlite.ts";
import type { Store } from "../../src/store/store.ts";
import type { Tables } from "../../src/store/tables.ts";
import { createVault, type Vault } from "../../src/store/vault.ts";

/** A server on which databases may be made and dropped. */
export const server = process.env["TEST_DATABASE_URL"] ?? "postgres://root@127.0.0.1:5432/postgres";

/** Where the same data can be opened several times, as by several processes. */
export interface Ground {
  open(now?: () => number, vault?: Vault): Promise<Store>;
  /** Everything that is kept, as text. */
  dump(): Promise<string>;
  remove(): Promise<void>;
}

export interface Engine {
  readonly name: string;
  readonly isThere: boolean;
  /** Several processes can use it, and it outlives them. */
  readonly lasts: boolean;
  prepare(): Promise<Ground>;
}

export const vaultOf = (...ids: readonly [string, ...string[]]): Vault => {
  const [first, ...others] = ids.map((id) => ({ id, bytes: Buffer.alloc(32, id) }));
  if (first === undefined) throw new Error("a vault needs a key");
  return createVault([first, ...others]);
};

/** A database of its own on the server. */
export async function createDatabase(): Promise<{
  readonly url: string;
  readonly drop: () => Promise<void>;
}> {
  const name = `openness_test_${process.pid}_${Math.random().toString(36).slice(2)}`;
  await onServer(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const drop = async () => void (await onServer(`drop database ${name} with (force)`));
  return { url: url.href, drop };
}

export async function onServer(statement: string, url = server): Promise<QueryResult> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

const isServerThere = await onServer("select 1").then(
  () => true,
  () => false,
);
if (!isServerThere)
  console.warn(`No PostgreSQL at ${server}: its tests are skipped; TEST_DATABASE_URL names another.`);
if (!hasSqlite()) console.warn(`Node ${process.version} has no SQLite: its tests are skipped.`);

const tables = [
  "settings",
  "quiet",
  "votes",
  "questions",
  "claims",
  "leases",
  "installations",
  "secrets",
] as const;

export const memory: Engine = {
  name: "memory",
  isThere: true,
  lasts: false,
  async prepare() {
    let store: Store | undefined;
    return {
      async open(now) {
        return (store ??= createMemoryStore(now));
      },
      dump: async () => "[]",
      async remove() {},
    };
  },
};

export const sqlite: Engine = {
  name: "SQLite",
  isThere: hasSqlite(),
  lasts: true,
  async prepare() {
    const folder = mkdtempSync(path.join(tmpdir(), "openness-store-"));
    return {
      open: (now, vault = vaultOf("a")) => openSqlStore(sqliteEngine(folder), vault, now),
      async dump() {
        const { dialect } = sqliteEngine(folder);
        const database = new Kysely<Tables>({ dialect });
        const rows = [];
        for (const table of tables)
          rows.push([table, await database.selectFrom(table).selectAll().execute()]);
        await database.destroy();
        return JSON.stringify(rows);
      },
      async remove() {
        rmSync(folder, { recursive: true });
      },
    };
  },
};

export const postgres: Engine = {
  name: "PostgreSQL",
  isThere: isServerThere,
  lasts: true,
  async prepare() {
    const { url, drop } = await createDatabase();
    return {
      open: async (now, vault = vaultOf("a")) =>
        openSqlStore(await postgresEngine(url, () => {}), vault, now),
      async dump() {
        const rows = [];
        for (const table of tables) rows.push([table, (await onServer(`select * from ${table}`, url)).rows]);
        return JSON.stringify(rows);
      },
      remove: drop,
    };
  },
};
