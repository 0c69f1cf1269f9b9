import { randomBytes } from "node:crypto";
import { Client } from "pg";
import type { After } from "./drill.ts";

/** A server on which databases may be made and dropped. */
const server = process.env["TEST_DATABASE_URL"] ?? "postgres://root@127.0.0.1:5432/postgres";

/** For STORE_KEYS: another one for each drill. */
export const freshKey = (): string => `drill:${randomBytes(32).toString("base64")}`;

/** An empty database of the drill's own; gives its address. */
export async function createDatabase(after: After): Promise<string> {
  const name = `openness_drill_${randomBytes(6).toString("hex")}`;
  await query(server, `create database ${name}`);
  after(() => query(server, `drop database ${name} with (force)`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

export async function query(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}
