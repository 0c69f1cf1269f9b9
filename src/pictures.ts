import { createBot } from "./bot.ts";
import { openBrowser } from "./browser.ts";
import { languages } from "./chat.ts";
import { defaults } from "./env.ts";
import { openLibrary } from "./knowledge/load.ts";
import { createLog } from "./log.ts";
import { createMind } from "./mind.ts";
import { createPage } from "./page.ts";
import { createFront } from "./serve.ts";

/** `npm run pictures`: makes the README's pictures from the page, in both languages. */
const folder = "src/adapters/web/pictures";
const size = { width: 1280, height: 1000 };

const env = { ...defaults, PORT: 4399 };
const log = createLog("warn", process.stderr);
const mind = createMind(openLibrary());
const bot = createBot(() => mind, log);
const front = createFront({ host: env.HOST, port: env.PORT });
const page = createPage(env, { bot, catalogue: mind.catalogue, log }, front, () => {});
await page.start(bot);
const browser = await openBrowser();
try {
  const view = await browser.newPage({ viewport: size });
  for (const language of languages) {
    await view.goto(`http://${env.HOST}:${env.PORT}/?q=%2Fopenness+grok&lang=${language}&theme=dark`);
    await view.screenshot({ path: `${folder}/page.${language}.png` });
  }
} finally {
  await browser.close();
  await page.stop();
  await front.stop();
}
