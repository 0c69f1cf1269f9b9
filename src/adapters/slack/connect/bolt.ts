import { createRequire } from "node:module";
import type { App as AppType, HTTPReceiver as HTTPReceiverType } from "@slack/bolt";

const load = createRequire(import.meta.url);
const app: { readonly default: typeof AppType } = load("@slack/bolt/dist/App.js");
const receiver: { readonly default: typeof HTTPReceiverType } = load(
  "@slack/bolt/dist/receivers/HTTPReceiver.js",
);

/** Not through Bolt's front door, which loads Express for a receiver that is not used here: 70 ms of a start. */
export const App = app.default;
export const HTTPReceiver = receiver.default;
