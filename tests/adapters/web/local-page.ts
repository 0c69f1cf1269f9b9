import { createPage } from "../../../src/page.ts";
import { defaults } from "../../../src/env.ts";
import { createFront } from "../../../src/serve.ts";
import { bot, catalogue, silentLog } from "../../chat.ts";
import { freePort } from "../../free-port.ts";

export interface LocalPage {
  /** "http://127.0.0.1:4321" */
  readonly base: string;
  stop(): Promise<void>;
}

/** The page over the real bot, on a port of its own. */
export async function startPage(): Promise<LocalPage> {
  const env = { ...defaults, PORT: await freePort() };
  const front = createFront({ host: env.HOST, port: env.PORT });
  const page = createPage(env, { bot, catalogue, log: silentLog }, front, () => {});
  await page.start(bot);
  return {
    base: `http://127.0.0.1:${env.PORT}`,
    async stop() {
      await page.stop();
      await front.stop();
    },
  };
}
