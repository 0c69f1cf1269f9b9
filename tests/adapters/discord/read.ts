import type { CardMessage, Component } from "../../../src/adapters/discord/components.ts";

/** The text as Discord shows it: a backslash before anything but letters, digits and spaces is an escape. */
export function unescape(text: string): string {
  return text.replace(/\\([^0-9A-Za-z\s])/g, "$1");
}

/** Everything readable on a card, labels included. */
export function wordsOf({ components }: Pick<CardMessage, "components">): string {
  const visit = (component: Component): readonly string[] => {
    switch (component.type) {
      case 2:
        return [component.label];
      case 3:
        return [component.placeholder, ...component.options.map(({ label }) => label)];
      case 10:
        return [unescape(component.content)];
      case 12:
        return component.items.map(({ description }) => description);
      case 14:
        return [];
      case 1:
      case 17:
        return component.components.flatMap(visit);
    }
  };
  return components.flatMap(visit).join("\n");
}
