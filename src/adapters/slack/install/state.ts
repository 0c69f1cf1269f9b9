import type { StateStore } from "@slack/oauth";
import type { Store } from "../../../store/store.ts";
import { ClearStateStore, InvalidStateError } from "./library.ts";

/** How long somebody may take to read what Slack asks, in seconds. */
export const stateLife = 600;

/**
 * The library's signed state, which it compares with a cookie of the browser and takes for ten minutes, but as often as one
 * likes: here it is good once, in all processes. https://docs.slack.dev/authentication/installing-with-oauth
 */
export function createStates(secret: string, store: Pick<Store, "claim">): StateStore {
  const signed = new ClearStateStore(secret, stateLife);
  return {
    generateStateParam: (options, now) => signed.generateStateParam(options, now),
    async verifyStateParam(now, state) {
      const options = await signed.verifyStateParam(now, state);
      // Without the signature, in case another spelling of it would be taken as well.
      const [, said = ""] = state.split(".");
      if (!(await store.claim([`slack state ${said}`])))
        throw new InvalidStateError("The state was used before");
      return options;
    },
  };
}
