import { bodies, isBody, type Body } from "./body.ts";
import { createForm, type Flaw } from "./form.ts";

const [label, radioGroup] = [18, 21];

/** https://docs.discord.com/developers/components/using-modal-components, as far as labels with radio groups go. */
export function checkModal(modal: Body): readonly Flaw[] {
  const { flaws, report, text: sized, count } = createForm();
  sized("custom_id", modal["custom_id"], 1, 100);
  sized("title", modal["title"], 1, 45);
  const components = bodies(modal["components"]);
  count("components", components, 1, 5);
  for (const [index, { type, label: words, component }] of components.entries()) {
    const at = `components.${index}`;
    sized(`${at}.label`, words, 1, 45);
    if (type !== label || !isBody(component) || component["type"] !== radioGroup) {
      report(at, "UNION_TYPE_CHOICES", "Not a label with a radio group");
      continue;
    }
    sized(`${at}.custom_id`, component["custom_id"], 1, 100);
    const options = bodies(component["options"]);
    count(`${at}.options`, options, 2, 10);
    if (options.filter((option) => option["default"] === true).length > 1)
      report(`${at}.options`, "RADIO_GROUP_DEFAULTS", "More than one default");
    for (const [position, option] of options.entries()) {
      sized(`${at}.options.${position}.label`, option["label"], 1, 100);
      sized(`${at}.options.${position}.value`, option["value"], 1, 100);
    }
  }
  const ids = components.map(({ component }) => (isBody(component) ? component["custom_id"] : undefined));
  if (new Set(ids).size < ids.length) report("components", "COMPONENT_CUSTOM_ID_DUPLICATED", "Twice");
  return flaws;
}

/** What somebody sends who leaves everything as it is, but for what they choose. */
export function filledIn(modal: Body, chosen: Readonly<Record<string, string>>): Body {
  return {
    custom_id: modal["custom_id"],
    components: bodies(modal["components"]).map(({ component }, index) => {
      const field = isBody(component) ? component : {};
      const options = bodies(field["options"]);
      const value =
        chosen[String(field["custom_id"])] ??
        options.find((option) => option["default"] === true)?.["value"] ??
        null;
      if (value !== null && !options.some((option) => option["value"] === value))
        throw new Error(`${String(field["custom_id"])} does not offer ${JSON.stringify(value)}`);
      return {
        type: label,
        id: 2 * index + 1,
        component: { type: radioGroup, id: 2 * index + 2, custom_id: field["custom_id"], value },
      };
    }),
  };
}
