import { z } from "zod";
import {
  accessory,
  anyText,
  cells,
  feedback,
  icon,
  image,
  input,
  interactive,
  mostTableCharacters,
  mrkdwn,
  plain,
  richText,
  string,
  type Element,
} from "./block-elements.ts";
import { freshId } from "./workspace.ts";

const mostMarkdown = 12_000;

// Slack gives ids to blocks and elements that have none.
const block = { block_id: string(255).default(() => freshId("")) };
const messageAndView = [
  z
    .strictObject({
      type: z.literal("section"),
      ...block,
      text: anyText(3000).optional(),
      fields: z.array(anyText(2000)).min(1).max(10).optional(),
      accessory: accessory.optional(),
      expand: z.boolean().optional(),
    })
    .refine(({ text, fields }) => text !== undefined || fields !== undefined, "must define text or fields"),
  z.strictObject({ type: z.literal("header"), ...block, text: plain(150) }),
  z.strictObject({ type: z.literal("divider"), ...block }),
  z.strictObject({ ...image.shape, ...block, title: plain(2000).optional() }),
  z.strictObject({
    type: z.literal("context"),
    ...block,
    elements: z
      .array(z.discriminatedUnion("type", [image, plain(3000), mrkdwn(3000)]))
      .min(1)
      .max(10),
  }),
  z.strictObject({ type: z.literal("actions"), ...block, elements: z.array(interactive).min(1).max(25) }),
  z.strictObject({
    type: z.literal("input"),
    ...block,
    label: plain(2000),
    hint: plain(2000).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    element: input,
  }),
  richText,
] as const;
const messageOnly = [
  z.strictObject({ type: z.literal("markdown"), ...block, text: string(mostMarkdown) }),
  z.strictObject({
    type: z.literal("context_actions"),
    ...block,
    elements: z
      .array(z.discriminatedUnion("type", [feedback, icon]))
      .min(1)
      .max(5),
  }),
  z.strictObject({
    type: z.literal("table"),
    ...block,
    rows: z.array(cells).min(1).max(100),
    column_settings: z
      .array(
        z
          .strictObject({
            align: z.enum(["left", "center", "right"]).optional(),
            is_wrapped: z.boolean().optional(),
          })
          .nullable(),
      )
      .max(20)
      .optional(),
  }),
  z
    .strictObject({
      type: z.literal("data_table"),
      ...block,
      caption: string(3000),
      rows: z.array(cells).min(2).max(101),
      page_size: z.int().min(1).max(100).optional(),
      row_header_column_index: z.int().min(0).optional(),
    })
    .refine(({ rows }) => rows[0]?.every(({ type }) => type !== "rich_text"), "rich_text in the header row")
    .refine(({ rows }) => rows.every(({ length }) => length === rows[0]?.length), "rows of unequal length")
    .refine(
      ({ rows, row_header_column_index: index = 0 }) => index < (rows[0]?.length ?? 0),
      "no such column",
    ),
] as const;
const modalOnly = z.strictObject({
  type: z.literal("alert"),
  ...block,
  text: anyText(200),
  level: z.enum(["default", "info", "warning", "error", "success"]).optional(),
});

const messageBlock = z.discriminatedUnion("type", [...messageAndView, ...messageOnly]);
const modalBlock = z.discriminatedUnion("type", [...messageAndView, modalOnly]);
const homeBlock = z.discriminatedUnion("type", messageAndView);
export type Block = z.infer<typeof messageBlock> | z.infer<typeof modalBlock>;

/** https://docs.slack.dev/reference/views */
const viewFields = {
  callback_id: string(255, 0).optional(),
  private_metadata: string(3000, 0).optional(),
  external_id: string(255, 0).optional(),
};
const modal = z
  .strictObject({
    type: z.literal("modal"),
    ...viewFields,
    title: plain(24),
    submit: plain(24).optional(),
    close: plain(24).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    blocks: z.array(modalBlock).max(100),
  })
  .refine(({ blocks, submit }) => submit !== undefined || blocks.every(({ type }) => type !== "input"), {
    error: "must define `submit` to use an `input` block",
  });
const home = z.strictObject({ type: z.literal("home"), ...viewFields, blocks: z.array(homeBlock).max(100) });
export type ViewBody = z.infer<typeof modal> | z.infer<typeof home>;

/** What Slack would show; or what it would say against it, in its words as far as they are known. */
export type Read<T> = { readonly value: T } | { readonly faults: readonly string[] };

export function readBlocks(blocks: unknown): Read<readonly Block[]> {
  return read(z.array(messageBlock).max(50), blocks, "blocks", (value) => value);
}

export function readView(view: unknown, type: ViewBody["type"]): Read<ViewBody> {
  const schema: z.ZodType<ViewBody> = type === "modal" ? modal : home;
  return read(schema, view, "view", ({ blocks }) => blocks);
}

function read<T>(
  schema: z.ZodType<T>,
  given: unknown,
  name: string,
  blocksOf: (value: T) => readonly Block[],
): Read<T> {
  const { data, error } = schema.safeParse(given);
  const faults =
    data === undefined
      ? (error?.issues ?? []).map(
          ({ message, path }) => `${message} [json-pointer:/${[name, ...path].join("/")}]`,
        )
      : faultsTogether(blocksOf(data));
  return data === undefined || faults.length > 0 ? { faults } : { value: data };
}

/** The rules that no block can break by itself. */
function faultsTogether(blocks: readonly Block[]): readonly string[] {
  const faults: string[] = [];
  if (repeats(blocks.map(({ block_id: id }) => id))) faults.push("block_id already exists");
  for (const [index, each] of blocks.entries())
    if (repeats(elementsOf(each).flatMap((element) => ("action_id" in element ? element.action_id : []))))
      faults.push(`action_id already exists [json-pointer:/blocks/${index}]`);
  const tables = blocks.filter(({ type }) => type === "table" || type === "data_table");
  if (tables.length > 1) faults.push("only_one_table_allowed");
  if (
    textsIn(tables.map((table) => ("rows" in table ? table.rows : []))).join("").length > mostTableCharacters
  )
    faults.push(`more than ${mostTableCharacters} characters in a table`);
  const markdown = blocks.map((each) => (each.type === "markdown" ? each.text : ""));
  if (markdown.join("").length > mostMarkdown)
    faults.push(`more than ${mostMarkdown} characters of markdown`);
  return faults;
}

const repeats = (ids: readonly string[]): boolean => new Set(ids).size < ids.length;

/** What people can press, choose from or type into. */
export function elementsOf(each: Block): readonly Element[] {
  if (each.type === "actions" || each.type === "context_actions") return each.elements;
  if (each.type === "input") return [each.element];
  return each.type === "section" && each.accessory !== undefined ? [each.accessory] : [];
}

/** Every `text` below a value: what the cells of a table show. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) =>
    key === "text" && typeof below === "string" ? [below] : textsIn(below),
  );
}
