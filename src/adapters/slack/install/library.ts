import { createRequire } from "node:module";
import type * as OAuth from "@slack/oauth";

const load: (name: string) => typeof OAuth = createRequire(import.meta.url);

/** Not by `import`, to which the library's way of passing exports on hides half of them. */
export const {
  AuthorizationError,
  ClearStateStore,
  InstallProvider,
  InvalidStateError,
  MissingCodeError,
  MissingStateError,
} = load("@slack/oauth");
