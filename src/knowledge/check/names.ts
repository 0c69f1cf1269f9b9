import { basename } from "node:path";
import { squeeze } from "../fold.ts";
import { entryAt, faultAt, type Fault } from "./faults.ts";
import type { Kind } from "./layout.ts";
import { selectTexts, type Pages, type Spot } from "./select.ts";

/** What people may type for a command; an entry of that name could not be asked for. */
const commandNames = new Map(
  [
    ["openness", "define", "ask", "compare", "claims", "timeline", "sources", "help", "explain", "settings"],
    ["vergleich", "frage", "behauptungen", "zeitleiste", "quellen", "hilfe"],
  ]
    .flat()
    .map((name) => [squeeze(name), name]),
);

const places: readonly (readonly [kind: Kind, where: string])[] = [
  ["family", "name"],
  ["family", "aliases.*"],
  ["family", "weak_aliases.*"],
  ["family", "models.*.id"],
  ["family", "models.*.name"],
  ["family", "models.*.aliases.*"],
  ["family", "models.*.weak_aliases.*"],
  ["terms", "terms.*.id"],
  ["terms", "terms.*.term.*"],
  ["terms", "terms.*.aliases.*.*"],
  ["terms", "terms.*.weak_aliases.*.*"],
  ["claims", "claims.*.id"],
  ["claims", "claims.*.title.*"],
];

/** A name leads to one entry, whichever language, collection or spelling; within one entry it may repeat. */
export function checkNames(pages: Pages): readonly Fault[] {
  const names = places.flatMap(([kind, where]) => selectTexts(pages, kind, where)).flatMap(namesAt);
  return [...names.flatMap(unusable), ...ambiguous(names)];
}

const entryKinds = new Map<unknown, string>([
  ["models", "model"],
  ["terms", "term"],
  ["claims", "claim"],
]);

interface Name {
  readonly text: string;
  readonly squeezed: string;
  readonly owner: string;
  /** Ordinary words are understood only where a name is expected, so never as a command. */
  readonly weak: boolean;
  readonly spot: Spot;
}

function namesAt(spot: Spot<string>): readonly Name[] {
  const { page, path, value } = spot;
  const family = basename(page.file, ".yaml");
  const kind = entryKinds.get(path[0]);
  const owner = kind === undefined ? `the family ${family}` : `the ${kind} ${entryAt(page, path)}`;
  const weak = path.includes("weak_aliases");
  // A family that has a name can also be asked for by its id.
  const texts = path.length === 1 ? [value, family] : [value];
  return texts.map((text) => ({ text, squeezed: squeeze(text), owner, weak, spot }));
}

function unusable({ text, squeezed, weak, spot }: Name): readonly Fault[] {
  const { page, path } = spot;
  if (squeezed === "") return [faultAt(page, path, `"${text}" has no letters or digits; remove it`)];
  const command = weak ? undefined : commandNames.get(squeezed);
  if (command === undefined) return [];
  return [faultAt(page, path, `"${text}" is the name of the command ${command}; choose another name`)];
}

function ambiguous(names: readonly Name[]): readonly Fault[] {
  const first = new Map<string, Name>();
  return names.flatMap((name) => {
    const earlier = first.get(name.squeezed);
    if (earlier === undefined) first.set(name.squeezed, name);
    if (earlier === undefined || earlier.owner === name.owner) return [];
    const { page, path } = earlier.spot;
    const words = `"${name.text}" already stands for ${earlier.owner} at ${page.file}:${page.lineOf(path)}; keep it at one of them (spaces, hyphens, accents and case do not count)`;
    return [faultAt(name.spot.page, name.spot.path, words)];
  });
}
