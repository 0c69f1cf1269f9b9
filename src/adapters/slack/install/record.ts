import { z } from "zod";

/** What is kept of an installation; the store encrypts it. */
const Installation = z.object({
  team: z.string().min(1),
  app: z.string(),
  token: z.string().min(1),
  /** The bot's own user and bot ids there. */
  user: z.string().min(1),
  bot: z.string(),
  scopes: z.array(z.string()),
  /** Who installed it: the person to ask when a permission is missing. */
  installer: z.string(),
  /** In seconds since 1970, as Slack dates its events. */
  at: z.number(),
});
export type Installation = Readonly<z.infer<typeof Installation>>;

/** Nothing when it is none of ours, or of another form. */
export function readInstallation(kept: string): Installation | undefined {
  try {
    return Installation.safeParse(JSON.parse(kept)).data;
  } catch {
    return undefined;
  }
}

export function writeInstallation(installation: Installation): string {
  return JSON.stringify(installation);
}
