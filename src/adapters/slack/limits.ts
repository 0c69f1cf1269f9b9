import type { AnyBlock } from "@slack/types";
import type { Usage } from "../../preview.ts";
import { cellsOf, faultsOfBlock, isDrawn, mostTableCharacters } from "./limits/blocks.ts";

export type Surface = "message" | "view";

// https://docs.slack.dev/reference/block-kit/blocks
const mostBlocks: Readonly<Record<Surface, number>> = { message: 50, view: 100 };
const longestNotice = 4_000;
const notIn: Readonly<Record<Surface, readonly string[]>> = {
  message: ["input"],
  view: ["data_table", "image", "context_actions"],
};

type Sent = { readonly text?: string; readonly blocks?: readonly AnyBlock[] };

/** How much of Slack's limits a message takes up. */
export function usageOf({ text = "", blocks = [] }: Sent): readonly Usage[] {
  const cells = blocks.flatMap((block) =>
    isDrawn(block) && block.type === "data_table" ? cellsOf(block) : [],
  );
  return [
    { of: "blocks", used: blocks.length, most: mostBlocks.message },
    { of: "notice", used: text.length, most: longestNotice },
    ...(cells.length === 0
      ? []
      : [{ of: "cells" as const, used: cells.join("").length, most: mostTableCharacters }]),
  ];
}

/** What Slack would refuse; about an answer that travelled in an acknowledgement it would tell nobody. */
export function faultsOf({ text = "", blocks = [] }: Sent, surface: Surface): readonly string[] {
  const tables = blocks.filter(({ type }) => type === "data_table").length;
  return [
    ...(surface === "message" && text.trim() === "" ? ["the top-level text is missing"] : []),
    ...(text.length > longestNotice ? [`the top-level text has ${text.length} characters`] : []),
    ...(blocks.length > mostBlocks[surface] ? [`${blocks.length} blocks`] : []),
    ...(tables > 1 ? [`${tables} tables`] : []),
    ...blocks.flatMap((block, index) =>
      [
        ...(notIn[surface].includes(block.type) ? [`not allowed in a ${surface}`] : []),
        ...(isDrawn(block) ? faultsOfBlock(block) : ["of a kind that is not drawn here"]),
      ].map((fault) => `block ${index} (${block.type}): ${fault}`),
    ),
  ];
}
