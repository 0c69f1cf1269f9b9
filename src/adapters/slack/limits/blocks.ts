import type { AnyBlock, KnownBlock } from "@slack/types";
import { faultsOfElements } from "./elements.ts";
import { faultsOfText } from "./text.ts";

// https://docs.slack.dev/reference/block-kit/blocks, on each block's own page
const longestHeader = 150;
const longestText = 3_000;
const longestLabel = 2_000;
const longestAddress = 3_000;
const mostContext = 10;
const mostActions = 25;
const mostContextActions = 5;
const mostRows = 101;
const mostColumns = 20;
export const mostTableCharacters = 10_000;

const drawn = [
  "actions",
  "context",
  "context_actions",
  "data_table",
  "divider",
  "header",
  "image",
  "input",
  "rich_text",
  "section",
] as const;
type Drawn<Type = (typeof drawn)[number]> = Extract<KnownBlock, { type: Type }>;

export function isDrawn(block: AnyBlock): block is Drawn {
  return drawn.some((type) => type === block.type);
}

export function faultsOfBlock(block: Drawn): readonly string[] {
  switch (block.type) {
    case "header":
      return faultsOfText("header", block.text.text, longestHeader);
    case "section":
      return [
        ...(block.text === undefined ? ["no text"] : faultsOfText("text", block.text.text, longestText)),
        ...(block.fields === undefined ? [] : ["fields, which are not drawn here"]),
      ];
    case "image":
      return [
        ...faultsOfText("alt_text", block.alt_text, longestLabel),
        ...("image_url" in block
          ? faultsOfText("image_url", block.image_url, longestAddress)
          : ["no address"]),
      ];
    case "context":
      return [
        ...faultsOfCount("elements", block.elements, mostContext),
        ...block.elements.flatMap((element) =>
          element.type === "image" ? ["an image"] : faultsOfText("text", element.text, longestText),
        ),
      ];
    case "rich_text":
      return faultsOfRichText(block);
    case "data_table":
      return faultsOfTable(block);
    case "actions":
      return [...faultsOfCount("elements", block.elements, mostActions), ...faultsOfElements(block.elements)];
    case "context_actions":
      return [
        ...faultsOfCount("elements", block.elements, mostContextActions),
        ...faultsOfElements(block.elements),
      ];
    case "input":
      return [...faultsOfText("label", block.label.text, longestLabel), ...faultsOfElements([block.element])];
    case "divider":
      return [];
  }
}

function faultsOfRichText({ elements }: Drawn<"rich_text">): readonly string[] {
  const lines = elements.flatMap((element) =>
    element.type === "rich_text_list" ? element.elements : [element],
  );
  const texts = lines.flatMap((line) => line.elements);
  const length = texts.map((part) => ("text" in part ? (part.text ?? "") : "")).join("").length;
  return [
    ...(elements.length === 0 ? ["no elements"] : []),
    ...lines.filter((line) => line.elements.length === 0).map(() => "an empty line"),
    ...texts.filter(({ type }) => type !== "text").map(({ type }) => `a ${type} among the words`),
    ...texts.filter((part) => "text" in part && part.text === "").map(() => "an empty text"),
    ...(length > longestText ? [`${length} characters`] : []),
  ];
}

export function cellsOf({ rows }: Drawn<"data_table">): readonly string[] {
  return rows.flat().map((cell) => ("text" in cell ? cell.text : ""));
}

function faultsOfTable(block: Drawn<"data_table">): readonly string[] {
  const { rows, caption, page_size = 1 } = block;
  const cells = cellsOf(block);
  const widths = new Set(rows.map((row) => row.length));
  const length = cells.join("").length;
  return [
    ...(caption.trim() === "" ? ["no caption"] : []),
    ...faultsOfCount("rows", rows, mostRows, 2),
    ...(widths.size > 1 ? ["rows of unequal width"] : []),
    ...([...widths].some((width) => width > mostColumns) ? ["too many columns"] : []),
    ...(page_size < 1 || page_size > mostRows - 1 ? [`pages of ${page_size} rows`] : []),
    ...(cells.some((text) => text.trim() === "") ? ["an empty cell"] : []),
    ...(length > mostTableCharacters ? [`${length} characters in its cells`] : []),
  ];
}

function faultsOfCount(what: string, all: readonly unknown[], most: number, least = 1): readonly string[] {
  return all.length < least || all.length > most ? [`${all.length} ${what}`] : [];
}
