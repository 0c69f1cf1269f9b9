/** The fixed words of the knowledge. Apart from the schema, so that who only needs the words does not load zod. */

/** What makes up the openness of a model. */
export const parts = [
  "weights",
  "licence",
  "code",
  "training_code",
  "training_data",
  "data_information",
  "checkpoints",
  "documentation",
] as const;
export type Part = (typeof parts)[number];

/** What the parts of a model add up to, from least open to most. */
export const labels = [
  "closed",
  "restricted-weights",
  "open-weights",
  "open-source-ai",
  "fully-open",
  "unknown",
] as const;
export type LabelId = (typeof labels)[number];

export const licenceClasses = ["open", "restricted", "proprietary"] as const;

/** How good a source is, best first; a weak one documents a conflict and is never shown. */
export const tiers = ["primary", "press", "reference", "secondary", "weak"] as const;

/** How far a source was read; cited: the page itself was never opened. */
export const readings = ["full", "excerpt", "feed", "copy", "cited"] as const;

export const claimKinds = ["fact", "assessment", "prediction", "criticism", "definition"] as const;

/** How a claim checks out. */
export const statuses = ["supported", "partly-supported", "disputed", "outdated", "unverifiable"] as const;
