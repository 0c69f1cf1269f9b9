import { text, type Body } from "./body.ts";
import type { Outcome } from "./faults.ts";

/** What Discord finds wrong, and where: `components.0.components.3.label`. */
export interface Flaw {
  readonly at: string;
  readonly code: string;
  readonly message: string;
}

/** Collects the flaws of one form. Lengths are inclusive. */
export interface Form {
  readonly flaws: readonly Flaw[];
  readonly report: (at: string, code: string, message: string) => void;
  /** Nothing at all is too short for a least of 1. */
  readonly text: (at: string, value: unknown, least: number, most: number) => void;
  readonly count: (at: string, list: readonly unknown[], least: number, most: number) => void;
}

export function createForm(): Form {
  const flaws: Flaw[] = [];
  const report: Form["report"] = (at, code, message) => flaws.push({ at, code, message });
  const inRange: (at: string, size: number, least: number, most: number) => void = (
    at,
    size,
    least,
    most,
  ) => {
    if (size < least || size > most)
      report(at, "BASE_TYPE_BAD_LENGTH", `Must be between ${least} and ${most} in length.`);
  };
  return {
    flaws,
    report,
    text: (at, value, least, most) => inRange(at, text(value).length, least, most),
    count: (at, list, least, most) => inRange(at, list.length, least, most),
  };
}

/** Nested by path, as Discord does: https://docs.discord.com/developers/reference#error-messages */
export function invalidForm(flaws: readonly Flaw[]): Outcome {
  return { status: 400, body: { message: "Invalid Form Body", code: 50_035, errors: nested(flaws) } };
}

function nested(flaws: readonly Flaw[]): Body {
  const here = flaws.filter(({ at }) => at === "").map(({ code, message }) => ({ code, message }));
  const deeper = flaws.filter(({ at }) => at !== "");
  const steps = new Set(deeper.map(({ at }) => at.split(".")[0] ?? ""));
  const inside = [...steps].map((step) => {
    const within = deeper.filter(({ at }) => at.split(".")[0] === step);
    return [step, nested(within.map((flaw) => ({ ...flaw, at: flaw.at.slice(step.length + 1) })))];
  });
  return { ...(here.length === 0 ? {} : { _errors: here }), ...Object.fromEntries(inside) };
}
