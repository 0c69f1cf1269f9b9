import { expect, test } from "vitest";
import type { Button, CardMessage, Container, Row } from "../../../src/adapters/discord/components.ts";
import { faultsOf } from "../../../src/adapters/discord/limits.ts";

const text = (length: number): Container => ({
  type: 17,
  accent_color: 0,
  components: [{ type: 10, content: "x".repeat(length) }],
});
const button = (code: string, label = "Label"): Button => ({ type: 2, style: 2, label, custom_id: code });
const buttons = (count: number): Row => ({
  type: 1,
  components: Array.from({ length: count }, (_, index) => button(`b${index}`)),
});
const menu = (count: number, label: string, value = ""): Row => ({
  type: 1,
  components: [
    {
      type: 3,
      custom_id: "menu",
      placeholder: "Choose",
      options: Array.from({ length: count }, (_, index) => ({ label, value: `${value}${index}` })),
    },
  ],
});
const rows = (count: number): readonly Row[] =>
  Array.from({ length: count }, (_, index) => ({ type: 1, components: [button(`r${index}`)] }));

test.each<[string, CardMessage["components"], string | undefined]>([
  ["a text of 4,000 characters", [text(4_000)], undefined],
  ["one more", [text(4_001)], "4001 characters"],
  ["two texts of 4,001 together", [text(2_000), text(2_001)], "4001 characters"],
  ["an empty text", [text(0), text(1)], "0 characters of a text"],
  ["40 components", [text(1), ...rows(19)], undefined],
  ["42 components", [text(1), ...rows(20)], "42 components"],
  ["five buttons in a row", [buttons(5), text(1)], undefined],
  ["six", [buttons(6), text(1)], "6 components in a row"],
  ["no button in a row", [buttons(0), text(1)], "0 components in a row"],
  ["25 options", [menu(25, "x".repeat(100)), text(1)], undefined],
  ["26 options", [menu(26, "x"), text(1)], "26 options"],
  ["an option of 101 characters", [menu(1, "x".repeat(101)), text(1)], "101 characters of an option"],
  ["a value of 101 characters", [menu(1, "x", "v".repeat(100)), text(1)], "101 characters of an option"],
  [
    "a menu beside a button",
    [{ type: 1, components: [...menu(1, "x").components, button("b")] }, text(1)],
    "shares",
  ],
  ["one code twice", [{ type: 1, components: [button("b"), button("b")] }, text(1)], "a custom_id twice"],
  [
    "a code of 101 characters",
    [{ type: 1, components: [button("c".repeat(101))] }, text(1)],
    "101 characters of a custom_id",
  ],
  [
    "a label of 81 characters",
    [{ type: 1, components: [button("b", "l".repeat(81))] }, text(1)],
    "81 characters of a label",
  ],
  ["an empty container", [{ type: 17, accent_color: 0, components: [] }, text(1)], "empty container"],
  ["nothing at all", [], "0 components"],
])("%s", (_, components, fault) => {
  expect(faultsOf({ components }).join("\n") || "fine").toContain(fault ?? "fine");
});
