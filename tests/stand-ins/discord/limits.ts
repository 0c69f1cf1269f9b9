import { bodies, isBody, text, type Body } from "./body.ts";
import { createForm, type Flaw, type Form } from "./form.ts";

export const flags = { ephemeral: 64, loading: 128, componentsV2: 32_768 } as const;

/** https://docs.discord.com/developers/components/reference#component-object-component-types */
const type = {
  row: 1,
  button: 2,
  select: 3,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
} as const;
const inContainers = [type.row, type.section, type.text, type.gallery, type.file, type.separator];
const onTop = [...inContainers, type.container];
const childrenOf: Readonly<Record<number, readonly number[]>> = {
  [type.row]: [type.button, type.select, 5, 6, 7, 8],
  [type.section]: [type.text],
  [type.container]: inContainers,
};

/** Discord counts components with all that is in them; the characters are shared by all texts of a message. */
const mostComponents = 40;
const mostText = 4000;

function checkButton({ report, text: sized }: Form, at: string, button: Body): void {
  const isLink = button["style"] === 5;
  if (isLink) sized(`${at}.url`, button["url"], 1, 512);
  else sized(`${at}.custom_id`, button["custom_id"], 1, 100);
  if (isLink && "custom_id" in button)
    report(at, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A link has no custom_id");
  if (![1, 2, 3, 4, 5].includes(Number(button["style"])))
    report(`${at}.style`, "BASE_TYPE_CHOICES", "Unknown style");
  sized(`${at}.label`, button["label"], isBody(button["emoji"]) ? 0 : 1, 80);
}

function checkSelect({ report, text: sized, count }: Form, at: string, select: Body): void {
  const options = bodies(select["options"]);
  sized(`${at}.custom_id`, select["custom_id"], 1, 100);
  sized(`${at}.placeholder`, select["placeholder"], 0, 150);
  count(`${at}.options`, options, 1, 25);
  if (new Set(options.map(({ value }) => value)).size < options.length)
    report(`${at}.options`, "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "Option values must be unique");
  for (const [index, option] of options.entries()) {
    sized(`${at}.options.${index}.label`, option["label"], 1, 100);
    sized(`${at}.options.${index}.value`, option["value"], 1, 100);
    sized(`${at}.options.${index}.description`, option["description"], 0, 100);
  }
}

function checkGallery({ text: sized, count }: Form, at: string, gallery: Body): void {
  const items = bodies(gallery["items"]);
  count(`${at}.items`, items, 1, 10);
  for (const [index, { media, description }] of items.entries()) {
    sized(`${at}.items.${index}.media.url`, isBody(media) ? media["url"] : undefined, 1, 2048);
    sized(`${at}.items.${index}.description`, description, 0, 1024);
  }
}

/** https://docs.discord.com/developers/reference#uploading-files: what is referred to has to come with the request. */
export function checkFiles(message: Body): readonly Flaw[] {
  const { flaws, report, text: sized } = createForm();
  const files = Array.isArray(message["files"]) ? message["files"].map(text) : [];
  const attachments = bodies(message["attachments"]);
  for (const [index, { id, filename, description }] of attachments.entries()) {
    const file = files[Number(id)];
    // The library leaves the name out, which the file has anyway.
    if (file === undefined || (filename !== undefined && filename !== file))
      report(`attachments.${index}`, "ATTACHMENT_NOT_FOUND", `There is no file ${String(id)} of that name`);
    sized(`attachments.${index}.description`, description, 0, 1024);
  }
  const named = JSON.stringify(message["components"] ?? []).matchAll(/"attachment:\/\/([^"]*)"/g);
  for (const [, name] of named)
    if (!files.includes(name ?? ""))
      report("components", "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", `No file ${name}`);
  return flaws;
}

/** Checks a component with what is in it; gives them all. */
function checkComponent(form: Form, at: string, one: Body, allowed: readonly number[]): readonly Body[] {
  const kind = Number(one["type"]);
  const children = bodies(one["components"]);
  const accessory = isBody(one["accessory"]) ? [one["accessory"]] : [];
  if (!allowed.includes(kind))
    form.report(`${at}.type`, "BASE_TYPE_CHOICES", `Must be of ${allowed.join()}.`);
  if (kind === type.button) checkButton(form, at, one);
  if (kind === type.select) checkSelect(form, at, one);
  if (kind === type.text) form.text(`${at}.content`, one["content"], 1, mostText);
  if (kind === type.gallery) checkGallery(form, at, one);
  if (kind === type.section) form.count(`${at}.accessory`, accessory, 1, 1);
  if (kind === type.section) form.count(`${at}.components`, children, 1, 3);
  if (kind === type.container) form.count(`${at}.components`, children, 1, mostComponents);
  const buttons = children.every((child) => child["type"] === type.button);
  if (kind === type.row) form.count(`${at}.components`, children, 1, buttons ? 5 : 1);
  return [
    one,
    ...children.flatMap((child, index) =>
      checkComponent(form, `${at}.components.${index}`, child, childrenOf[kind] ?? []),
    ),
    ...accessory.flatMap((child) =>
      checkComponent(form, `${at}.accessory`, child, [type.button, type.thumbnail]),
    ),
  ];
}

/** https://docs.discord.com/developers/resources/message#create-message */
export function checkMessage(message: Body): readonly Flaw[] {
  const form = createForm();
  const { report, count } = form;
  const v2 = (Number(message["flags"] ?? 0) & flags.componentsV2) !== 0;
  const top = bodies(message["components"]);
  const all = top.flatMap((one, index) =>
    checkComponent(form, `components.${index}`, one, v2 ? onTop : [type.row]),
  );
  const ids = all.flatMap((one) => ("custom_id" in one ? [one["custom_id"]] : []));
  if (new Set(ids).size < ids.length)
    report("components", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
  if (v2) {
    for (const field of ["content", "embeds", "poll", "sticker_ids"])
      if (filled(message[field]))
        report(field, "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", `No '${field}' with V2`);
    count("components", all, 1, mostComponents);
    const written = all.flatMap((one) => (one["type"] === type.text ? [text(one["content"]).length] : []));
    if (written.reduce((sum, size) => sum + size, 0) > mostText)
      report("components", "COMPONENT_TEXT_SIZE_EXCEEDED", `Texts are over ${mostText} characters`);
  } else {
    count("components", top, 0, 5);
    count("embeds", bodies(message["embeds"]), 0, 10);
  }
  form.text("content", message["content"], 0, 2000);
  checkMentions(form, message["allowed_mentions"]);
  return form.flaws;
}

function checkMentions({ report }: Form, mentions: unknown): void {
  if (!isBody(mentions)) return;
  const parse: readonly unknown[] = Array.isArray(mentions["parse"]) ? mentions["parse"] : [];
  if (parse.some((kind) => !["users", "roles", "everyone"].includes(text(kind))))
    report("allowed_mentions.parse", "BASE_TYPE_CHOICES", "Must be of users, roles, everyone.");
  for (const kind of ["users", "roles"])
    if (parse.includes(kind) && filled(mentions[kind]))
      report("allowed_mentions", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", `Not parse and ${kind}`);
}

function filled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== "";
}

export function isEmpty(message: Body): boolean {
  const fields = ["content", "embeds", "components", "poll", "sticker_ids", "attachments", "files"];
  return !fields.some((field) => filled(message[field]));
}

export function checkChoices(choices: unknown): readonly Flaw[] {
  const { flaws, report, text: sized, count } = createForm();
  if (!Array.isArray(choices)) report("data.choices", "BASE_TYPE_REQUIRED", "This field is required");
  count("data.choices", bodies(choices), 0, 25);
  for (const [index, { name, value }] of bodies(choices).entries()) {
    sized(`data.choices.${index}.name`, name, 1, 100);
    if (typeof value !== "number") sized(`data.choices.${index}.value`, value, 1, 100);
  }
  return flaws;
}
