import type { State } from "../chat.ts";
import type { LabelId, Part } from "./schema.ts";

/**
 * What the states of a model's eight parts add up to. Three yardsticks that answer different questions; each result
 * carries the name of its own, and none is a percentage. Pure and total: every combination of states has a verdict.
 */

export interface Scorecard {
  readonly parts: Readonly<Record<Part, { readonly state: State }>>;
  /** Whether the OSI lists the licence of the weights; null: not verified. */
  readonly osiApproved: boolean | null;
}

/** What the OSI's definition asks for; "data" are the training data or their description, whichever is better. */
export const requirements = ["weights", "licence", "code", "training_code", "data"] as const;
type Requirement = (typeof requirements)[number];

export interface Verdict {
  readonly label: {
    readonly yardstick: "Openness label";
    readonly id: LabelId;
    /** The weights are handed out only after registration or a request. */
    readonly gated: boolean;
  };
  readonly definition: {
    readonly yardstick: "OSAID 1.0";
    readonly reading: "not-met" | "unclear" | "likely";
    readonly blockers: readonly Requirement[];
    readonly doubts: readonly Requirement[];
  };
  readonly framework: {
    readonly yardstick: "Model Openness Framework";
    /** The best class that is still possible. "I" only means that nothing speaks against it. */
    readonly ceiling: "none" | "III" | "II" | "I";
  };
}

export function verdict(card: Scorecard): Verdict {
  const definition = readDefinition(card);
  const id = labelOf(card, definition.reading);
  return {
    label: {
      yardstick: "Openness label",
      id,
      gated: card.parts.weights.state === "partial" && id === "open-weights",
    },
    definition: { yardstick: "OSAID 1.0", ...definition },
    framework: { yardstick: "Model Openness Framework", ceiling: ceilingOf(card) },
  };
}

function readDefinition({ parts, osiApproved }: Scorecard): Omit<Verdict["definition"], "yardstick"> {
  const stateOf = (part: Requirement): State =>
    part === "data" ? better(parts.training_data.state, parts.data_information.state) : parts[part].state;
  const blockers = requirements.filter(
    (part) => stateOf(part) === "closed" || (part === "licence" && stateOf(part) === "partial"),
  );
  const doubts = requirements.filter(
    (part) =>
      !blockers.includes(part) && (stateOf(part) !== "open" || (part === "licence" && osiApproved !== true)),
  );
  const reading = blockers.length > 0 ? "not-met" : doubts.length > 0 ? "unclear" : "likely";
  return { reading, blockers, doubts };
}

function labelOf({ parts }: Scorecard, reading: Verdict["definition"]["reading"]): LabelId {
  const licence = parts.licence.state;
  if (parts.weights.state === "closed") return "closed";
  if (parts.weights.state === "unknown" || licence === "unknown" || licence === "closed") return "unknown";
  if (licence === "partial") return "restricted-weights";
  if (reading !== "likely") return "open-weights";
  return parts.training_data.state === "open" ? "fully-open" : "open-source-ai";
}

function ceilingOf({ parts }: Scorecard): Verdict["framework"]["ceiling"] {
  const closed = (part: Part) => parts[part].state === "closed";
  if (closed("weights") || closed("licence") || parts.licence.state === "partial" || closed("documentation"))
    return "none";
  if (closed("training_code") || closed("code")) return "III";
  if (closed("training_data") || closed("checkpoints")) return "II";
  return "I";
}

const bestFirst: readonly State[] = ["open", "partial", "unknown", "closed"];

// Published data tell more than any description, and a description stands in for data that cannot be shared.
function better(a: State, b: State): State {
  return bestFirst.indexOf(a) <= bestFirst.indexOf(b) ? a : b;
}
