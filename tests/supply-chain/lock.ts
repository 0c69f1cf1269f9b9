import { readFileSync } from "node:fs";
import { z } from "zod";

const names = z.record(z.string(), z.string()).default({});

const Manifest = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
  dependencies: names,
  devDependencies: names,
  optionalDependencies: names,
  engines: names,
});
/** As the lock file repeats it. */
export type Manifest = z.infer<typeof Manifest>;

const Package = z.object({
  version: z.string(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  link: z.boolean().default(false),
  dev: z.boolean().default(false),
  optional: z.boolean().default(false),
  hasInstallScript: z.boolean().default(false),
  dependencies: names,
  optionalDependencies: names,
  peerDependencies: names,
});
export type Package = z.infer<typeof Package>;

const Lock = z.object({
  lockfileVersion: z.literal(3),
  packages: z.object({ "": Manifest }).catchall(Package),
});

const text = readFileSync("package.json", "utf8");
export const manifest = Manifest.parse(JSON.parse(text));
export const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(text));

const {
  packages: { "": asked, ...others },
} = Lock.parse(JSON.parse(readFileSync("package-lock.json", "utf8")));

/** What the lock file believes to stand in package.json. */
export const askedFor = asked;

/** Every package of the lock file under its folder, those for other systems too. */
export const packages: ReadonlyMap<string, Package> = new Map(Object.entries(others));

/** The name of the package in a folder, which may lie in another package's. */
export function nameIn(folder: string): string {
  return folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length);
}
