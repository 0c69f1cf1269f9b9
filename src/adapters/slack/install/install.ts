import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Logger } from "@slack/bolt";
import type { Installation as Exchanged, OrgInstallation } from "@slack/oauth";
import type { Language } from "../../../chat.ts";
import type { Log } from "../../../log.ts";
import { describeFault, faultOf } from "../connect/fault.ts";
import type { HttpDoor } from "../connect/http.ts";
import type { Trouble } from "../connect/trouble.ts";
import { webOptions } from "../connect/web.ts";
import { missingScopes, needed, optional } from "../scopes.ts";
import type { InstallationStore, Installations } from "./installations.ts";
import {
  AuthorizationError,
  InstallProvider,
  InvalidStateError,
  MissingCodeError,
  MissingStateError,
} from "./library.ts";
import { type Failure, languageOf, showFailure, showInstalled, showInvitation } from "./page.ts";
import type { Installation } from "./record.ts";
import { createStates, stateLife } from "./state.ts";

const installPath = "/slack/install";
export const redirectPath = "/slack/oauth_redirect";

/** What Slack knows the app by, and what we sign with. */
export interface AppSecrets {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  /** Under which the world reaches our server, without a slash at its end. */
  readonly baseUrl: string;
}

interface InstallOptions extends AppSecrets, Pick<HttpDoor, "serve"> {
  readonly store: InstallationStore;
  readonly installations: Installations;
  /** How the command is called that people are told to try. */
  readonly command: string;
  readonly overhear: readonly string[];
  readonly language: Language;
  readonly apiUrl: string | undefined;
  readonly logger: Logger;
  readonly log: Log;
  readonly trouble: Trouble;
  readonly track: <T>(work: Promise<T>) => Promise<T>;
}

/** With this prefix no other host, not even a subdomain, can set it: https://developer.mozilla.org/docs/Web/HTTP/Cookies */
const cookieName = "__Host-openness-install";
/** For the exchange of the code and the question whose token it is, in milliseconds each; people wait longer than Slack. */
const exchangeTimeout = 4_000;
const patience = 9_000;

/**
 * Serves the pages on which workspaces install the bot by OAuth v2, and gives the address where to begin.
 * https://docs.slack.dev/authentication/installing-with-oauth
 */
export async function serveInstalling(options: InstallOptions): Promise<string> {
  const { baseUrl, serve, store, installations, command, overhear, language, log, trouble, track } = options;
  const installAddress = `${baseUrl}${installPath}`;
  const asked = [...needed, ...(overhear.length > 0 ? optional : [])].map(([scope]) => scope);
  const states = createStates(options.stateSecret, store);
  const provider = new InstallProvider({
    clientId: options.clientId,
    clientSecret: options.clientSecret,
    stateStore: states,
    stateCookieName: cookieName,
    stateCookieExpirationSeconds: stateLife,
    logger: options.logger,
    clientOptions: { ...webOptions(options.apiUrl, options.logger), timeout: exchangeTimeout },
  });
  const languageFor = ({ headers }: IncomingMessage) => languageOf(headers["accept-language"], language);

  /** Not through the library's own page, which is in English, and whose cookie says nothing about other sites. */
  async function invite(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asking = { scopes: asked, redirectUri: `${baseUrl}${redirectPath}` };
    const state = await states.generateStateParam(asking, new Date());
    response.setHeader(
      "set-cookie",
      `${cookieName}=${state}; Path=/; Max-Age=${stateLife}; Secure; HttpOnly; SameSite=Lax`,
    );
    const address = await provider.generateInstallUrl(asking, true, state);
    showInvitation(response, languageFor(request), address);
  }

  const fail = (request: IncomingMessage, response: ServerResponse, failure: Failure, why: string) => {
    trouble.report(`an installation was not completed: ${why}`);
    showFailure(response, languageFor(request), failure, installAddress);
  };

  /** What Slack gave, if it is what was asked for; the page says which. */
  async function keep(
    exchanged: Exchanged | OrgInstallation,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    if (exchanged.team === undefined || exchanged.isEnterpriseInstall === true) {
      fail(request, response, "organisation", "it was for a whole organisation");
      return;
    }
    const installation = installationOf(exchanged);
    const missing = missingScopes(installation?.scopes ?? [], []).map(([scope]) => scope);
    if (installation === undefined || missing.length > 0) {
      fail(request, response, "incomplete", `without ${missing.join(", ")}`);
      return;
    }
    await installations.add(installation);
    log.info(
      { adapter: "slack", declined: asked.filter((one) => !installation.scopes.includes(one)) },
      "installed",
    );
    const { app, team } = installation;
    const address = `https://slack.com/app_redirect?${new URLSearchParams({ app, team }).toString()}`;
    showInstalled(response, languageFor(request), { command, address });
  }

  const receive = (request: IncomingMessage, response: ServerResponse): Promise<void> =>
    provider.handleCallback(request, response, {
      async afterInstallation(exchanged, _, ...rest) {
        await keep(exchanged, ...rest);
        // All is done: the library would keep it once more, in its own form and in memory.
        return false;
      },
      failure(error, _, ...rest) {
        const failure = failureOf(error);
        fail(...rest, failure, failure === "failed" ? describeFault(faultOf(error)) : error.code);
      },
    });

  const safely =
    (handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>): RequestListener =>
    (request, response) => {
      track(handle(request, response)).catch((error: unknown) => {
        log.error({ adapter: "slack", err: error }, "a page of the installation failed");
        showFailure(response, languageFor(request), "failed", installAddress);
      });
    };

  await serve(`GET ${installPath}`, safely(invite));
  await serve(
    `GET ${redirectPath}`,
    (request, response) => {
      // Programs that look at links before people do must not use them up.
      if (request.method === "GET") safely(receive)(request, response);
      else response.writeHead(405, { allow: "GET" }).end();
    },
    patience,
  );
  return installAddress;
}

function failureOf(error: Error): Failure {
  // The library says so only when Slack has said "access_denied".
  if (error instanceof AuthorizationError) return "denied";
  const isStale = [InvalidStateError, MissingStateError, MissingCodeError].some(
    (kind) => error instanceof kind,
  );
  return isStale ? "stale" : "failed";
}

/** Nothing without a bot. */
function installationOf({ team, bot, user, appId }: Exchanged | OrgInstallation): Installation | undefined {
  if (team === undefined || bot === undefined) return undefined;
  return {
    team: team.id,
    app: appId ?? "",
    token: bot.token,
    user: bot.userId,
    bot: bot.id,
    scopes: bot.scopes,
    installer: user.id,
    at: Math.floor(Date.now() / 1_000),
  };
}
