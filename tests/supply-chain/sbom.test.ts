import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { z } from "zod";
import { nameIn, packages } from "./lock.ts";

const Bill = z.object({
  bomFormat: z.literal("CycloneDX"),
  components: z.array(
    z.object({
      name: z.string(),
      version: z.string(),
      purl: z.string().startsWith("pkg:npm/"),
      hashes: z.array(z.object({ alg: z.literal("SHA-512"), content: z.string().length(128) })).length(1),
      licenses: z.array(z.unknown()).min(1),
      properties: z.array(z.object({ name: z.string(), value: z.string() })),
    }),
  ),
});

/** Each once, however often it is installed. */
const list = (all: readonly (readonly [name: string, version: string])[]) =>
  [...new Set(all.map(([name, version]) => `${name}@${version}`))].toSorted();

// `--omit dev` would leave out what the bot and a tool both need, such as zod: everything is listed, and tools are marked.
test("the bill of materials lists every package with licence and checksum, and marks those that are only tools", () => {
  const text = execFileSync("npm", ["run", "-s", "sbom"], {
    encoding: "utf8",
    shell: process.platform === "win32",
    maxBuffer: 10_000_000,
    env: { ...process.env, npm_config_offline: "true" },
  });
  const { components } = Bill.parse(JSON.parse(text));
  const isTool = ({ properties }: (typeof components)[number]) =>
    properties.some(({ name }) => name === "cdx:npm:package:development");
  for (const tools of [false, true])
    expect(
      list(components.filter((one) => isTool(one) === tools).map(({ name, version }) => [name, version])),
    ).toEqual(
      list(
        [...packages]
          .filter(([, { dev }]) => dev === tools)
          .map(([folder, { version }]) => [nameIn(folder), version]),
      ),
    );
  expect(components.filter((one) => !isTool(one)).length).toBeGreaterThan(150);
});
