import { array, type Arbitrary, constantFrom, nat, oneof, string, tuple } from "fast-check";
import { nasty } from "../adapters/slack/nasty.ts";
import { texts } from "./inputs.ts";

/** Longer ones are tried as they are: what happens within them is what happens within these. */
const longest = 2_000;
const mostChanges = 4;

const short = texts.filter((text) => text.length <= 120);
const piece = oneof(
  constantFrom(...nasty, ...short),
  constantFrom(
    "grok",
    "Gewichte",
    ", ",
    " vs ",
    "1:ask:en:",
    "/openness ",
    "\n",
    "**",
    "](",
    "\\",
    "<@",
    ">",
    "&",
  ),
  string({ unit: "grapheme", maxLength: 12 }),
  string({ unit: "binary", maxLength: 12 }),
);

type Change = (text: string) => string;

const change: Arbitrary<Change> = tuple(nat(), nat({ max: 40 }), piece, nat({ max: 5 })).map(
  ([place, length, added, how]) =>
    (text) => {
      const start = place % (text.length + 1);
      const [before, middle, after] = [
        text.slice(0, start),
        text.slice(start, start + length),
        text.slice(start + length),
      ];
      switch (how) {
        case 0:
          return before + after;
        case 1:
          return before + middle.repeat(3) + after;
        case 2:
          return before + Array.from(middle).toReversed().join("") + after;
        case 3:
          return before + middle.toUpperCase() + added + after;
        case 4:
          return before + added + after;
        default:
          return before + added + middle + after;
      }
    },
);

/** The text with one to four changes: pieces that act somewhere, lost and doubled parts, half characters. */
export function mutantsOf(text: string): Arbitrary<string> {
  const start = text.slice(0, longest);
  return array(change, { minLength: 1, maxLength: mostChanges }).map((changes) =>
    changes.reduce((changed, one) => one(changed), start),
  );
}
