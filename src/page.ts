import { createWeb } from "./adapters/web/web.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Adapter, Bot, Language } from "./chat.ts";
import type { Environment } from "./env-schema.ts";
import type { Log } from "./log.ts";
import type { Scene } from "./preview.ts";
import type { Front } from "./serve.ts";

export interface PageParts {
  readonly bot: Bot;
  readonly catalogue: (language: Language) => Catalogue;
  /** Where Slack fetches pictures, if it can. */
  readonly publicUrl?: string | undefined;
  readonly log: Log;
}

/** The page on the public server, with the platforms' own code behind it. `tell` gets its address. */
export function createPage(
  env: Environment,
  { bot, catalogue, publicUrl, log }: PageParts,
  front: Front,
  tell: (line: string) => void,
): Adapter {
  // An address for all of a machine's networks is none that a browser opens.
  const host = env.HOST === "0.0.0.0" || env.HOST === "::" ? "localhost" : env.HOST;
  return createWeb({
    serve: (route, listener) => front.serve(route, listener),
    previews: once(async () => {
      const [discord, slack, { createPictures }] = await Promise.all([
        import("./adapters/discord/preview.ts"),
        import("./adapters/slack/preview.ts"),
        import("./picture/picture.ts"),
      ]);
      const made = {
        discord: discord.createDiscordPreview({ bot, pictures: createPictures(log), log }),
        slack: slack.createSlackPreview({ bot, publicUrl, log }),
      };
      // The index of the search and the renderer of pictures are made with the first question: nobody need wait for them.
      await Promise.all(
        [made.discord, made.slack].map((preview) => preview.type("is grok open source?", nobody)),
      );
      return made;
    }),
    catalogue,
    language: env.DEFAULT_LANGUAGE,
    address: `http://${host.includes(":") ? `[${host}]` : host}:${env.PORT}`,
    log,
    tell,
  });
}

const nobody: Scene = { language: "en", place: "direct", overheard: false, channel: "0", person: "0" };

/** Made once, unless it failed. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    made.catch(() => (made = undefined));
    return made;
  };
}
