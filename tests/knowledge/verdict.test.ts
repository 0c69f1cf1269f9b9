import { describe, expect, test } from "vitest";
import { states, type State } from "../../src/chat.ts";
import { parts, type Part } from "../../src/knowledge/schema.ts";
import { requirements, verdict, type Scorecard, type Verdict } from "../../src/knowledge/verdict.ts";

const approvals = [true, false, null];
const cards = states.length ** parts.length * approvals.length;

/** The n-th of all scorecards: the states are the digits of n in base 4. */
function cardAt(n: number): Scorecard {
  let rest = Math.floor(n / approvals.length);
  const drawn = parts.map((part) => {
    const state: State = states[rest % states.length] ?? "unknown";
    rest = Math.floor(rest / states.length);
    return [part, { state }] as const;
  });
  return { parts: record(drawn), osiApproved: approvals[n % approvals.length] ?? null };
}

function record(drawn: readonly (readonly [Part, { state: State }])[]): Scorecard["parts"] {
  const all: Record<Part, { state: State }> = { ...uniform("unknown") };
  for (const [part, finding] of drawn) all[part] = finding;
  return all;
}

function uniform(state: State): Record<Part, { state: State }> {
  return {
    weights: { state },
    licence: { state },
    code: { state },
    training_code: { state },
    training_data: { state },
    data_information: { state },
    checkpoints: { state },
    documentation: { state },
  };
}

/** The scorecards whose verdict is wrong: there should be none. */
function wrongOnes(isWrong: (card: Scorecard, result: Verdict) => boolean): readonly Scorecard[] {
  const wrong: Scorecard[] = [];
  for (let n = 0; n < cards; n += 1) {
    const card = cardAt(n);
    if (isWrong(card, verdict(card))) wrong.push(card);
  }
  return wrong;
}

describe("over all 196,608 scorecards", () => {
  test("a verdict exists, and a part is a blocker or a doubt, never both", () => {
    let seen = 0;
    const both = wrongOnes((_, { definition }) => {
      seen += 1;
      return definition.blockers.some((part) => definition.doubts.includes(part));
    });
    expect(both).toEqual([]);
    expect(seen).toBe(196_608);
  });

  test("the definition is not met exactly when something blocks it, and likely met when nothing is in doubt", () => {
    const wrong = wrongOnes((_, { definition: { reading, blockers, doubts } }) => {
      const expected = blockers.length > 0 ? "not-met" : doubts.length > 0 ? "unclear" : "likely";
      return reading !== expected;
    });
    expect(wrong).toEqual([]);
  });

  test("only what likely meets the definition is labelled open source AI, and 112 scorecards do", () => {
    let likely = 0;
    const wrong = wrongOnes((_, { label, definition }) => {
      const named = label.id === "open-source-ai" || label.id === "fully-open";
      if (named) likely += 1;
      return (definition.reading === "likely") !== named;
    });
    expect(wrong).toEqual([]);
    expect(likely).toBe(112);
  });

  test("closed and restricted weights meet neither the definition nor any class", () => {
    const wrong = wrongOnes(
      (_, { label, definition, framework }) =>
        (label.id === "closed" || label.id === "restricted-weights") &&
        (definition.reading !== "not-met" || framework.ceiling !== "none"),
    );
    expect(wrong).toEqual([]);
  });

  test("opening a part further never makes a verdict worse", () => {
    const readings = ["not-met", "unclear", "likely"];
    const classes = ["none", "III", "II", "I"];
    const wider: Readonly<Record<State, readonly State[]>> = {
      closed: ["partial", "open"],
      partial: ["open"],
      unknown: ["open"],
      open: [],
    };
    const wrong = wrongOnes((card, before) =>
      parts.some((part) =>
        wider[card.parts[part].state].some((state) => {
          const after = verdict({ ...card, parts: { ...card.parts, [part]: { state } } });
          return (
            readings.indexOf(after.definition.reading) < readings.indexOf(before.definition.reading) ||
            classes.indexOf(after.framework.ceiling) < classes.indexOf(before.framework.ceiling)
          );
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

test("unknown never counts as closed, and never as open", () => {
  const { label, definition } = verdict({ parts: uniform("unknown"), osiApproved: null });
  expect(definition).toMatchObject({ reading: "unclear", blockers: [], doubts: [...requirements] });
  expect(label.id).toBe("unknown");
});

test("a description stands in for data that are not published", () => {
  const described = { ...uniform("open"), training_data: { state: "closed" as const } };
  expect(verdict({ parts: described, osiApproved: true })).toMatchObject({
    label: { id: "open-source-ai" },
    definition: { reading: "likely" },
    framework: { ceiling: "II" },
  });
});

test("each result names its yardstick", () => {
  const { label, definition, framework } = verdict({ parts: uniform("open"), osiApproved: true });
  expect([label.yardstick, definition.yardstick, framework.yardstick]).toEqual([
    "Openness label",
    "OSAID 1.0",
    "Model Openness Framework",
  ]);
});
