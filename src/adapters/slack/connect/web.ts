import type { Logger } from "@slack/bolt";
import type { WebClientOptions } from "@slack/web-api";

const timeout = 5_000;

/**
 * Made anew for every client, because they write into it. The libraries' own retries outlive any use of an answer, and
 * their waiting for a rate limit holds up everything else.
 */
export function webOptions(apiUrl: string | undefined, logger: Logger): WebClientOptions {
  return {
    logger,
    timeout,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  };
}
