/** Options of the library's REST client for another base address than Discord's: "http://host:port/api". */
export function apiOptions(apiUrl: string | undefined): { readonly api?: string } {
  return apiUrl === undefined ? {} : { api: apiUrl.replace(/\/+$/, "") };
}

/**
 * What the bot needs to answer mentions: to see channels, to write in them and in threads, embeds, files, and
 * the history.
 */
const permissions = "274878024704";

/** Opens Discord's dialogue that adds the bot to a server. */
export function inviteLink(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    permissions,
    scope: "bot applications.commands",
  });
  return `https://discord.com/oauth2/authorize?${query.toString()}`;
}
