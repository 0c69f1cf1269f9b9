import { closeSync, openSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { SqliteAdapter, type SqliteDatabase, SqliteDialect } from "kysely";
import type { Engine } from "./sql-store.ts";

/** As far as it is needed of https://nodejs.org/api/sqlite.html, which Node has from 22.13 on. */
interface Sqlite {
  readonly DatabaseSync: new (file: string) => {
    exec(statement: string): void;
    prepare(statement: string): {
      all(...parameters: readonly unknown[]): unknown[];
      iterate(...parameters: readonly unknown[]): IterableIterator<unknown>;
      run(...parameters: readonly unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint };
    };
    close(): void;
  };
}

const fileName = "openness.db";
/**
 * Milliseconds that a statement waits for another process. Everything else waits as well meanwhile, so it is short once the
 * tables are there.
 */
const [longPatience, patience] = [5_000, 250];

/** SQLite as Node has it. What was acknowledged is on the disk. */
export function sqliteEngine(folder: string): Engine {
  const { DatabaseSync } = loadSqlite();
  const file = path.join(folder, fileName);
  // The files beside it get the same mode.
  closeSync(openSync(file, "a", 0o600));
  const database = new DatabaseSync(file);
  database.exec(
    `pragma busy_timeout = ${longPatience}; pragma journal_mode = wal; pragma synchronous = full;`,
  );
  return {
    dialect: new TransactionalSqlite({ database: forKysely(database) }),
    onMigrated: () => database.exec(`pragma busy_timeout = ${patience}`),
  };
}

/** Tables are made in one transaction, or not at all: SQLite can do that, the library does not ask it to. */
class TransactionalSqlite extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new (class extends SqliteAdapter {
      override get supportsTransactionalDdl(): boolean {
        return true;
      }
    })();
  }
}

/** Node 22 calls it experimental at its first use, which nobody who runs a bot can do anything about. */
function loadSqlite(): Sqlite {
  const load = createRequire(import.meta.url);
  const own = Object.getOwnPropertyDescriptor(process, "emitWarning") ?? {};
  process.emitWarning = () => {};
  try {
    return load("node:sqlite");
  } finally {
    Object.defineProperty(process, "emitWarning", own);
  }
}

function forKysely(database: InstanceType<Sqlite["DatabaseSync"]>): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare(statement) {
      // A transaction that reads first and writes later would fail beside another one, instead of waiting for it.
      const prepared = database.prepare(statement === "begin" ? "begin immediate" : statement);
      return {
        reader: /^\s*(?:select|with|pragma|explain)\b|\breturning\b/i.test(statement),
        all: (parameters) => prepared.all(...parameters),
        iterate: (parameters) => prepared.iterate(...parameters),
        run: (parameters) => prepared.run(...parameters),
      };
    },
  };
}
