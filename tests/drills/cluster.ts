import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "../free-port.ts";
import type { After } from "./drill.ts";

/** A PostgreSQL server of the drill's own. */
export interface Cluster {
  readonly url: string;
  /** As when the power fails. */
  stop(): Promise<void>;
  /** Resolves when it takes connections. */
  start(): Promise<void>;
}

/** @throws {Error} when PostgreSQL is not installed. */
export async function startCluster(after: After): Promise<Cluster> {
  const folder = mkdtempSync(path.join(tmpdir(), "openness-postgres-"));
  after(() => rmSync(folder, { recursive: true }));
  const owner = ownerOf(folder);
  // The stand-ins answer meanwhile, so nothing may wait in line.
  const run = async (program: string, ...given: readonly string[]) => {
    const child = spawn(path.join(programs(), program), given, { cwd: folder, stdio: "ignore", ...owner });
    const [code]: unknown[] = await once(child, "exit");
    if (code !== 0) throw new Error(`${program} ends with ${String(code)}`);
  };
  const data = path.join(folder, "data");
  const port = await freePort();
  await run("initdb", "-D", data, "-U", "drill", "--auth=trust", "--no-sync");
  const control = (...given: readonly string[]) => run("pg_ctl", "-D", data, "-w", ...given);
  let isUp = false;
  const cluster: Cluster = {
    url: `postgres://drill@127.0.0.1:${port}/postgres`,
    async stop() {
      await control("-m", "immediate", "stop");
      isUp = false;
    },
    async start() {
      const options = `-p ${port} -k ${folder} -h 127.0.0.1`;
      await control("-l", path.join(folder, "log"), "-o", options, "start");
      isUp = true;
    },
  };
  after(async () => {
    if (isUp) await cluster.stop();
  });
  await cluster.start();
  return cluster;
}

/** Where Debian keeps them, which puts none of them on the path; else wherever they are. */
function programs(): string {
  const root = "/usr/lib/postgresql";
  try {
    const [newest] = readdirSync(root).toSorted((a, b) => Number(b) - Number(a));
    return path.join(root, newest ?? "", "bin");
  } catch {
    return execFileSync("pg_config", ["--bindir"], { encoding: "utf8" }).trim();
  }
}

/** PostgreSQL refuses to run as root. */
function ownerOf(folder: string): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (kind: "-u" | "-g") => Number(execFileSync("id", [kind, "postgres"], { encoding: "utf8" }));
  const owner = { uid: idOf("-u"), gid: idOf("-g") };
  chownSync(folder, owner.uid, owner.gid);
  return owner;
}
