import { decode } from "./decode.ts";
import { faultAt, type Fault, type Page } from "./faults.ts";
import { folders, headerOf, placeOf, schemas, singleFiles, type Files, type Kind } from "./layout.ts";
import { pageOf } from "./places.ts";
import type { Pages } from "./select.ts";
import { checkShape } from "./shape.ts";
import { readYaml, type Reading } from "./yaml.ts";

export interface KnownPage {
  readonly kind: Kind;
  /** Name of the file without its ending: the id of a family or of a group of terms. */
  readonly name: string;
  readonly page: Page;
  readonly usable: boolean;
}

/** Reads each file for itself; a fault in one hides none in another. */
export function readPages(files: Files): {
  readonly known: readonly KnownPage[];
  readonly faults: readonly Fault[];
} {
  const known: KnownPage[] = [];
  const faults: Fault[] = missingFiles(files);
  for (const [path, bytes] of files) {
    const place = placeOf(path);
    if (place === undefined) {
      faults.push(faultAt(pageOf(fileOf(path), undefined, []), [], misplaced));
      continue;
    }
    const read = remembered(path, place.kind, bytes);
    known.push({ ...place, page: read.page, usable: read.usable });
    faults.push(...read.faults);
  }
  return { known, faults };
}

const misplaced =
  "has no place in knowledge/; move it, or name it models/<family>.yaml or terms/<group>.yaml in lower case";

/** An edit changes one file; what is still the same object in memory need not be parsed again. */
const memory = new WeakMap<Uint8Array, { readonly path: string; readonly reading: Reading }>();

function remembered(path: string, kind: Kind, bytes: Uint8Array): Reading {
  const known = memory.get(bytes);
  if (known?.path === path) return known.reading;
  const reading = readPage(path, kind, bytes);
  memory.set(bytes, { path, reading });
  return reading;
}

function readPage(path: string, kind: Kind, bytes: Uint8Array): Reading {
  const file = fileOf(path);
  const blank = pageOf(file, undefined, []);
  const { text, flaws } = decode(bytes);
  const faults = flaws.map(({ line, words }) => faultAt(blank, [], words, line));
  if (text === undefined) return { page: blank, usable: false, faults };
  const header = headerOf(path, kind);
  if (text.split(/\r?\n/, 1)[0] !== header) {
    faults.push(
      faultAt(blank, [], `does not begin with the schema for editors; make "${header}" its first line`, 1),
    );
  }
  const { page, usable, faults: yamlFaults } = readYaml(file, text);
  faults.push(...yamlFaults);
  if (usable) faults.push(...checkShape(page, schemas[kind]));
  return { page, usable, faults };
}

function missingFiles(files: Files): Fault[] {
  const paths = [...files.keys()];
  const missing = [
    ...singleFiles.map((name) => `${name}.yaml`).filter((path) => !files.has(path)),
    ...folders
      .map(({ folder }) => `${folder}/`)
      .filter((start) => !paths.some((path) => path.startsWith(start))),
  ];
  return missing.map((path) => faultAt(pageOf(fileOf(path), undefined, []), [], "is missing; restore it"));
}

/** What rules may look at, and what they may take for complete. */
export function pagesOf(known: readonly KnownPage[]): Pages {
  const ofKind = (kind: Kind): readonly KnownPage[] => known.filter((page) => page.kind === kind);
  return {
    of: (kind) =>
      ofKind(kind)
        .filter(({ usable }) => usable)
        .map(({ page }) => page),
    complete: (kind) => ofKind(kind).length > 0 && ofKind(kind).every(({ usable }) => usable),
  };
}

function fileOf(path: string): string {
  return `knowledge/${path}`;
}
