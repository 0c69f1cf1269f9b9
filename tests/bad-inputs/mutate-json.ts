import { type Arbitrary, constantFrom, nat, tuple } from "fast-check";
import { odd } from "./inputs.ts";

type Path = readonly string[];

/** All places in it, the whole first. */
function placesIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, one]) => placesIn(one, [...path, key]))];
}

function withAt(value: unknown, [key, ...rest]: Path, put: unknown): unknown {
  if (key === undefined) return put;
  const below: unknown = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  const changed = withAt(below, rest, put);
  if (Array.isArray(value))
    return value.map((one: unknown, index) => (String(index) === key ? changed : one));
  return { ...Object(value), [key]: changed };
}

/** What stands where something else belongs; what is undefined is left out in JSON. */
const instead: readonly unknown[] = [
  ...odd,
  undefined,
  "",
  "\ud800",
  "<@1> @everyone",
  -1,
  1e99,
  [null],
  "x".repeat(3_000),
];

/** The same with one or two places that hold something else; `kept` are places that keep their values. */
export function jsonMutantsOf(value: object, kept: readonly string[] = []): Arbitrary<string> {
  const places = placesIn(value).filter(
    (path) =>
      path.length > 0 && !kept.some((one) => path.join(".") === one || one.startsWith(`${path.join(".")}.`)),
  );
  const change = tuple(nat({ max: places.length - 1 }), constantFrom(...instead));
  return tuple(change, change, nat({ max: 1 })).map(([first, second, isBoth]) => {
    const changes = isBoth === 1 ? [first, second] : [first];
    const changed = changes.reduce<unknown>((one, [at, put]) => withAt(one, places[at] ?? [], put), value);
    return JSON.stringify(changed);
  });
}
