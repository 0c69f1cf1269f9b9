import { z } from "zod";
import { freshId } from "./workspace.ts";

/**
 * What blocks are made of, with Slack's limits: https://docs.slack.dev/reference/block-kit/block-elements
 * and https://docs.slack.dev/reference/block-kit/composition-objects. Unknown fields are refused, as there.
 */
export const mostTableCharacters = 10_000;

export const string = (most: number, least = 1) => z.string().min(least).max(most);
export const plain = (most: number) =>
  z.strictObject({ type: z.literal("plain_text"), text: string(most), emoji: z.boolean().optional() });
export const mrkdwn = (most: number) =>
  z.strictObject({ type: z.literal("mrkdwn"), text: string(most), verbatim: z.boolean().optional() });
export const anyText = (most: number) => z.discriminatedUnion("type", [plain(most), mrkdwn(most)]);
const label = string(75).optional();

const confirm = z.strictObject({
  title: plain(100),
  text: anyText(300),
  confirm: plain(30),
  deny: plain(30),
  style: z.enum(["primary", "danger"]).optional(),
});
const action = { action_id: string(255).default(() => freshId("")) };
const select = { ...action, placeholder: plain(150).optional(), confirm: confirm.optional() };
const focus = { focus_on_load: z.boolean().optional() };
const option = z.strictObject({
  text: anyText(75),
  value: string(150),
  description: anyText(75).optional(),
  url: string(3000).optional(),
});
export const options = (most: number) => z.array(option).min(1).max(most);
const group = z.strictObject({ label: plain(75), options: options(100) });

const button = z.strictObject({
  type: z.literal("button"),
  ...action,
  text: plain(75),
  value: string(2000).optional(),
  url: string(3000).optional(),
  style: z.enum(["primary", "danger"]).optional(),
  confirm: confirm.optional(),
  accessibility_label: label,
});
export const image = z.strictObject({
  type: z.literal("image"),
  image_url: string(3000),
  alt_text: string(2000),
});
const staticSelect = z.strictObject({
  type: z.literal("static_select"),
  ...select,
  ...focus,
  options: options(100).optional(),
  option_groups: z.array(group).min(1).max(100).optional(),
  initial_option: option.optional(),
});
const externalSelect = z.strictObject({
  type: z.literal("external_select"),
  ...select,
  ...focus,
  min_query_length: z.int().min(0).optional(),
  initial_option: option.optional(),
});
const overflow = z.strictObject({
  type: z.literal("overflow"),
  ...action,
  options: options(5),
  confirm: confirm.optional(),
});
const choice = { ...action, ...focus, options: options(10), confirm: confirm.optional() };
const radios = z.strictObject({
  type: z.literal("radio_buttons"),
  ...choice,
  initial_option: option.optional(),
});
const checkboxes = z.strictObject({
  type: z.literal("checkboxes"),
  ...choice,
  initial_options: options(10).optional(),
});
const textInput = z.strictObject({
  type: z.literal("plain_text_input"),
  ...action,
  ...focus,
  placeholder: plain(150).optional(),
  initial_value: z.string().optional(),
  multiline: z.boolean().optional(),
  min_length: z.int().min(0).max(3000).optional(),
  max_length: z.int().min(1).max(3000).optional(),
  dispatch_action_config: z
    .strictObject({ trigger_actions_on: z.array(z.enum(["on_enter_pressed", "on_character_entered"])) })
    .optional(),
});
const thumb = z.strictObject({ text: plain(75), value: string(2000), accessibility_label: label });
export const feedback = z.strictObject({
  type: z.literal("feedback_buttons"),
  ...action,
  positive_button: thumb,
  negative_button: thumb,
});
export const icon = z.strictObject({
  type: z.literal("icon_button"),
  ...action,
  icon: z.literal("trash"),
  text: plain(75),
  value: string(2000).optional(),
  confirm: confirm.optional(),
  accessibility_label: label,
  visible_to_user_ids: z.array(z.string()).optional(),
});

export const interactive = z.discriminatedUnion("type", [
  button,
  staticSelect,
  externalSelect,
  overflow,
  radios,
  checkboxes,
]);
export const accessory = z.discriminatedUnion("type", [...interactive.options, image]);
export const input = z.discriminatedUnion("type", [
  textInput,
  staticSelect,
  externalSelect,
  radios,
  checkboxes,
]);
export const richText = z.strictObject({
  type: z.literal("rich_text"),
  block_id: string(255).default(() => freshId("")),
  elements: z.array(
    z.looseObject({
      type: z.enum(["rich_text_section", "rich_text_list", "rich_text_quote", "rich_text_preformatted"]),
    }),
  ),
});
const raw = [
  z.strictObject({ type: z.literal("raw_text"), text: string(mostTableCharacters) }),
  z.strictObject({
    type: z.literal("raw_number"),
    value: z.number(),
    text: string(mostTableCharacters),
  }),
] as const;
export const cells = z
  .array(z.discriminatedUnion("type", [...raw, richText]))
  .min(1)
  .max(20);

export type Element =
  | z.infer<typeof accessory>
  | z.infer<typeof input>
  | z.infer<typeof feedback>
  | z.infer<typeof icon>;
