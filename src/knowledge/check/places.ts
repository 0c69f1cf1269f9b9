import { isAlias, isMap, isNode, isScalar, isSeq, type Node } from "yaml";
import type { Page, Path } from "./faults.ts";

/** Where a value stands. */
export interface Place {
  readonly path: Path;
  /** Of its key if it has one. */
  readonly start: number;
  /** Of a scalar, where it begins; of a record or list, where it is named. */
  readonly line: number;
  readonly keyLine: number;
  /** Of a scalar that is no text: how it is written. */
  readonly written: string | undefined;
  /** Has a tag or an anchor, or is an alias. */
  readonly marked: boolean;
}

/** The plain data of a YAML tree, and all its places in the order of the text. */
export function placesOf(
  root: unknown,
  lineAt: (offset: number) => number,
): { readonly data: unknown; readonly places: readonly Place[] } {
  const places: Place[] = [];
  return { data: walk(root, [], undefined), places };

  function walk(node: unknown, path: Path, key: Node | undefined): unknown {
    if (!isNode(node)) return null;
    places.push(placeOf(node, path, key, lineAt));
    if (isSeq(node)) return node.items.map((item, index) => walk(item, [...path, index], undefined));
    if (isAlias(node)) return node.source;
    if (!isMap(node)) return node.value;
    return Object.fromEntries(
      node.items.map((pair) => {
        const name = isScalar(pair.key) ? String(pair.key.value) : "";
        return [name, walk(pair.value, [...path, name], isNode(pair.key) ? pair.key : undefined)];
      }),
    );
  }
}

function placeOf(node: Node, path: Path, key: Node | undefined, lineAt: (offset: number) => number): Place {
  const offset = node.range?.[0] ?? 0;
  const start = key?.range?.[0] ?? offset;
  const keyLine = lineAt(start);
  const isText = isScalar(node) && typeof node.value === "string";
  return {
    path,
    start,
    keyLine,
    line: isScalar(node) ? lineAt(offset) : keyLine,
    written: isScalar(node) && !isText ? node.source : undefined,
    marked: isAlias(node) || node.tag !== undefined || node.anchor !== undefined,
  };
}

export function pageOf(file: string, data: unknown, places: readonly Place[]): Page {
  const byPath = new Map(places.map((place) => [JSON.stringify(place.path), place]));
  const placeAt = (path: Path): Place | undefined => {
    const place = byPath.get(JSON.stringify(path));
    return place ?? (path.length === 0 ? undefined : placeAt(path.slice(0, -1)));
  };
  return {
    file,
    data,
    lineOf: (path) => placeAt(path)?.line ?? 1,
    lineOfKey: (path) => placeAt(path)?.keyLine ?? 1,
    written: (path) => byPath.get(JSON.stringify(path))?.written,
  };
}
