import type { Usage } from "../../preview.ts";
import type { CardMessage, Component, Menu, Row } from "./components.ts";

/**
 * https://docs.discord.com/developers/components/reference and, for the characters of a whole message,
 * discord/discord-api-docs #8562. The library's builders check neither of the two totals.
 */
const most = {
  components: 40,
  characters: 4_000,
  code: 100,
  label: 80,
  placeholder: 150,
  buttons: 5,
  options: 25,
  optionText: 100,
  pictures: 10,
  description: 1_024,
} as const;

type Faults = readonly string[];

/** How much of Discord's two totals a message takes up. */
export function usageOf({ components }: Pick<CardMessage, "components">): readonly Usage[] {
  const all = components.flatMap(withNested);
  const characters = all.map((one) => (one.type === 10 ? one.content.length : 0)).reduce((a, b) => a + b, 0);
  return [
    { of: "components", used: all.length, most: most.components },
    { of: "characters", used: characters, most: most.characters },
  ];
}

/** Everything for which Discord would refuse the message; empty for one that it takes. */
export function faultsOf({ components }: Pick<CardMessage, "components">): Faults {
  const all = components.flatMap(withNested);
  const codes = all.flatMap((one) => ("custom_id" in one ? [one.custom_id] : []));
  return [
    ...usageOf({ components }).flatMap(({ of, used, most: highest }) => between(of, used, highest)),
    ...codes.flatMap((code) => between("characters of a custom_id", code.length, most.code)),
    ...twice("custom_id", codes),
    ...all.flatMap(faultsOfOne),
  ];
}

function faultsOfOne(component: Component): Faults {
  switch (component.type) {
    case 1:
      return faultsOfRow(component);
    case 2:
      return between("characters of a label", component.label.length, most.label);
    case 3:
      return faultsOfMenu(component);
    case 10:
      return between("characters of a text", component.content.length, most.characters);
    case 12:
      return [
        ...between("pictures", component.items.length, most.pictures),
        ...component.items.flatMap(({ description }) =>
          between("characters of a description", description.length, most.description),
        ),
      ];
    case 14:
      return [];
    case 17:
      return component.components.length === 0 ? ["an empty container"] : [];
  }
}

function faultsOfRow({ components }: Row): Faults {
  const hasMenu = components.some(({ type }) => type === 3);
  return [
    ...between("components in a row", components.length, most.buttons),
    ...(hasMenu && components.length > 1 ? ["a menu that shares its row"] : []),
  ];
}

function faultsOfMenu({ placeholder, options }: Menu): Faults {
  const values = options.map(({ value }) => value);
  return [
    ...between("characters of a placeholder", placeholder.length, most.placeholder),
    ...between("options", options.length, most.options),
    ...twice("value", values),
    ...[...values, ...options.map(({ label }) => label)].flatMap((text) =>
      between("characters of an option", text.length, most.optionText),
    ),
  ];
}

function between(what: string, count: number, highest: number): Faults {
  return count >= 1 && count <= highest ? [] : [`${count} ${what}, where Discord takes 1 to ${highest}`];
}

function twice(what: string, texts: readonly string[]): Faults {
  const repeated = texts.filter((text, index) => texts.indexOf(text) < index);
  return repeated.map(() => `a ${what} twice`);
}

function withNested(component: Component): readonly Component[] {
  return "components" in component ? [component, ...component.components.flatMap(withNested)] : [component];
}
