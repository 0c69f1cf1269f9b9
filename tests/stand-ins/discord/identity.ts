import { randomBytes } from "node:crypto";
import type { Body } from "./body.ts";

/** Looks like a bot's token, and is none. */
export function freshToken(applicationId: string): string {
  const [id, time, secret] = [Buffer.from(applicationId), randomBytes(4), randomBytes(28)];
  return [id, time, secret].map((part) => part.toString("base64url")).join(".");
}

export function botUser(id: string): Body {
  return {
    id,
    username: "Openness",
    discriminator: "0000",
    global_name: null,
    avatar: null,
    bot: true,
    public_flags: 0,
    flags: 0,
  };
}

/** https://docs.discord.com/developers/resources/application#application-object */
export function applicationBody(bot: Body, owner: Body, flags: number, verifyKey: string): Body {
  return {
    id: bot["id"],
    name: bot["username"],
    icon: null,
    description: "",
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: verifyKey,
    flags,
    owner,
    team: null,
    bot,
    integration_types_config: { 0: {}, 1: {} },
  };
}
