import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "../free-port.ts";
import type { After } from "./drill.ts";
import { until } from "./until.ts";

/** One address in front of several processes. */
export interface Balancer {
  readonly eventsUrl: string;
  /** From now on nothing more goes to these; what they are at is left to them. */
  takeOut(ports: readonly number[]): void;
}

export async function startNginx(ports: readonly number[], after: After): Promise<Balancer> {
  const folder = mkdtempSync(path.join(tmpdir(), "openness-nginx-"));
  after(() => rmSync(folder, { recursive: true }));
  const port = await freePort();
  const file = path.join(folder, "nginx.conf");
  const configure = (out: readonly number[]) => writeFileSync(file, configuration(folder, port, ports, out));
  configure([]);
  const { PATH = "" } = process.env;
  const nginx = spawn("nginx", ["-c", file, "-e", "stderr"], {
    env: { PATH: `${PATH}:/usr/sbin` },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const failed = new Promise<never>((_, reject) => nginx.once("error", reject));
  failed.catch(() => {});
  const ended = new Promise((resolve) => nginx.once("close", resolve));
  after(async () => {
    nginx.kill("SIGTERM");
    await ended;
  });
  await Promise.race([until(() => isOpen(port), "nginx does not listen"), failed]);
  return {
    eventsUrl: `http://127.0.0.1:${port}/slack/events`,
    takeOut(out) {
      configure(out);
      nginx.kill("SIGHUP");
    },
  };
}

/**
 * Nothing is tried a second time: a process that can only leave while the balancer covers up for it has not left in order. A
 * connection is used once, because one that is closed when the configuration changes would look like an answer that was lost.
 */
function configuration(
  folder: string,
  port: number,
  ports: readonly number[],
  out: readonly number[],
): string {
  const servers = ports.map((one) => `server 127.0.0.1:${one}${out.includes(one) ? " down" : ""};`);
  const scratch = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return `
daemon off;
${process.getuid?.() === 0 ? "user root;" : ""}
worker_processes 1;
pid ${folder}/pid;
error_log /dev/null;
events { worker_connections 1024; }
http {
  access_log off;
  keepalive_timeout 0;
  ${scratch.map((name) => `${name}_temp_path ${folder}/${name};`).join("\n  ")}
  upstream bots { ${servers.join(" ")} }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://bots;
      proxy_connect_timeout 500ms;
      proxy_next_upstream off;
    }
  }
}
`;
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true));
    socket.once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}
