import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { renderReply } from "../src/adapters/terminal/render.ts";
import { usageOf } from "../src/cards/usage.ts";
import type { Language } from "../src/chat.ts";
import { bot, say } from "./chat.ts";

const readme = readFileSync("README.md", "utf8");

function commandTable(): string {
  const rows = [
    ["command", "gives", "try"],
    ...bot.commands.map((command) => [
      `\`${usageOf(command)}\``,
      command.describe.en,
      `\`${`/${command.name} ${command.example.en}`.trim()}\``,
    ]),
  ];
  // Padded as the formatter pads it.
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const draw = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = rows;
  return [draw(head), draw(widths.map((width) => "-".repeat(width))), ...body.map(draw)].join("\n");
}

async function example(line: string, language: Language): Promise<string> {
  const drawn = renderReply(await say(line, language), { width: 80, colours: false, buttons: "typed" });
  return `\`\`\`text\n${drawn}\n\`\`\``;
}

/** Puts a text between two marks. */
function filled(page: string, mark: string, text: string): string {
  const [start, end] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
  expect(page).toContain(start);
  return `${page.split(start)[0]}${start}\n\n${text}\n\n${end}${page.split(end)[1]}`;
}

// `npx vitest run tests/readme.test.ts -u` writes it anew.
test("the README shows the commands and the answers as they are", async () => {
  const table = filled(readme, "commands", commandTable());
  const english = filled(table, "example en", await example("/define openwashing", "en"));
  const page = filled(english, "example de", await example("was ist openwashing?", "de"));
  await expect(page).toMatchFileSnapshot("../README.md");
});

test("the README names every script that a person runs", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
  for (const name of Object.keys(scripts)) expect(readme).toMatch(new RegExp(`npm (run )?(-s )?${name}\\b`));
});
