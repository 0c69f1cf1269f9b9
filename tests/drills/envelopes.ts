import type { Envelope } from "../stand-ins/slack/delivery.ts";
import type { SlackStandIn } from "../stand-ins/slack/slack.ts";
import { question } from "./asking.ts";

/** What Slack sends for the command of this number. Persons and channels are all different, so that no pace is in the way. */
export function command({ team, appId, verificationToken, apiUrl }: SlackStandIn, event: number): Envelope {
  const payload = {
    token: verificationToken,
    team_id: team,
    team_domain: "stand-in",
    channel_id: `C${event}`,
    channel_name: "general",
    user_id: `U${event}`,
    user_name: "ada",
    command: "/openness",
    text: question,
    api_app_id: appId,
    is_enterprise_install: "false",
    response_url: new URL(`/respond/${team}/${event}`, apiUrl).href,
    trigger_id: `${event}.${team}.drill`,
  };
  return { type: "slash_commands", payload, accepts: true };
}

export function mention({ team, appId, botUser, verificationToken }: SlackStandIn, event: number): Envelope {
  const ts = `${Math.floor(Date.now() / 1000)}.${String(event).padStart(6, "0")}`;
  const said = {
    user: `U${event}`,
    channel: `C${event}`,
    text: `<@${botUser}> ${question}`,
    ts,
    event_ts: ts,
  };
  const payload = {
    type: "event_callback",
    token: verificationToken,
    team_id: team,
    api_app_id: appId,
    event: { type: "app_mention", client_msg_id: `message ${event}`, ...said },
    event_id: `Ev${event}`,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [
      { enterprise_id: null, team_id: team, user_id: botUser, is_bot: true, is_enterprise_install: false },
    ],
  };
  return { type: "events_api", payload, accepts: false };
}
