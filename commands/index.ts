import type { Lookup } from "../src/cards/context.ts";
import type { Command } from "../src/chat.ts";
import { ask } from "./ask.ts";
import { claims } from "./claims.ts";
import { compare } from "./compare.ts";
import { define } from "./define.ts";
import { explain } from "./explain.ts";
import { help } from "./help.ts";
import { openness } from "./openness.ts";
import { settings } from "./settings.ts";
import { sources } from "./sources.ts";
import { timeline } from "./timeline.ts";

/** What people can ask, in the order in which help and the platforms list it. */
export function createCommands(lookup: Lookup): readonly Command[] {
  const commands = [
    openness(lookup),
    define(lookup),
    ask(lookup),
    compare(lookup),
    claims(lookup),
    timeline(lookup),
    sources(lookup),
    explain(lookup),
    settings,
  ];
  return [...commands, help(lookup, commands)];
}
