/** The parts of what Slack sends that name a workspace. */
interface Addressed {
  readonly authorizations?: readonly { readonly team_id?: string | null }[] | null;
  readonly context_team_id?: string | null;
  readonly team_id?: string | null;
  readonly team?: { readonly id?: string | null } | null;
  readonly view?: { readonly app_installed_team_id?: string | null } | null;
  readonly message?: { readonly team?: unknown } | null;
}

/**
 * The workspaces by which this may have come, the likeliest first. In a channel that several share, the one where something
 * happened need not be the one that has installed the bot: https://docs.slack.dev/apis/slack-connect
 */
export function teamsOf(body: object): readonly string[] {
  const { authorizations, context_team_id, team_id, team, view, message }: Addressed = body;
  const said = [
    view?.app_installed_team_id,
    authorizations?.[0]?.team_id,
    context_team_id,
    team?.id,
    team_id,
    // Ours, as it is the bot's message that is pressed.
    message?.team,
  ];
  return [...new Set(said.flatMap((id) => (typeof id === "string" && id !== "" ? [id] : [])))];
}
