import type { Slip } from "./edits.ts";

/** Entries that are right for themselves, but not with the others. */
const birch = "models/birch.yaml";
const pine = "models/pine.yaml";
const terms = "terms/wood.yaml";

export const slipsOfRules: readonly Slip[] = [
  {
    name: "a reason of another part",
    file: birch,
    replace: "reason: w-public",
    by: "reason: l-open",
    says: 'dims.weights.reason: no reason "l-open" of weights (birch); use one of weights in knowledge/scorecard.yaml: w-public, w-gated',
  },
  {
    name: "a misspelt reason",
    file: birch,
    replace: "reason: w-public",
    by: "reason: w-pulbic",
    says: 'dims.weights.reason: no reason "w-pulbic" of weights (birch); use one of weights in knowledge/scorecard.yaml: w-public, w-gated, did you mean "w-public"?',
  },
  {
    name: "a reason that says another state",
    file: birch,
    replace: "{ state: open, reason: w-public",
    by: "{ state: partial, reason: w-public",
    says: 'dims.weights.state: "partial" does not fit the reason w-public, which means "open" (birch); change one of the two',
  },
  {
    name: "an open state under a restrictive licence",
    file: birch,
    replace: "licence: Free-2.0",
    by: "licence: LicenseRef-house-terms",
    below: 4,
    says: 'dims.licence.state: "open" does not fit the licence LicenseRef-house-terms, whose class is "restricted" (birch); write "partial" or correct the licence',
  },
  {
    name: "an open state under a proprietary licence",
    file: birch,
    replace: "licence: Free-2.0",
    by: "licence: LicenseRef-hosted",
    below: 4,
    says: 'dims.licence.state: "open" does not fit the licence LicenseRef-hosted, whose class is "proprietary" (birch); write "closed" or correct the licence',
  },
  {
    name: "a restricted state under a free licence",
    file: pine,
    replace: "licence: LicenseRef-house-terms",
    by: "licence: Free-2.0",
    below: 5,
    says: 'dims.licence.state: "partial" does not fit the licence Free-2.0, whose class is "open" (pine-2); write "open" or correct the licence',
  },
  {
    name: "the id of another model",
    file: pine,
    replace: "id: pine-2\n",
    by: "id: pine-1\n",
    says: 'id: "pine-1" is already the id at knowledge/models/pine.yaml:7 (pine-1); choose another id',
  },
  {
    name: "the id of another term",
    file: terms,
    replace: "",
    by: `  - id: grain
    term: { en: Fibre, de: Faser }
    aliases: { en: [], de: [] }
    definition: { en: The grain of wood., de: Die Faser des Holzes. }
    related: []
    source: handbook
`,
    says: 'id: "grain" is already the id at knowledge/terms/wood.yaml:18 (grain); choose another id',
  },
  {
    name: "the id of another conflict",
    file: "conflicts.yaml",
    replace: "",
    by: "  - { id: height-of-pine, prefer: x, versions: [x, y], sources: [pine-news] }\n",
    says: 'id: "height-of-pine" is already the id at knowledge/conflicts.yaml:4 (height-of-pine); ',
  },
  {
    name: "an id that is withheld",
    file: "claims.yaml",
    replace: "id: lab-plants-pines",
    by: "id: who-felled-the-oak",
    says: 'id: "who-felled-the-oak" is withheld and must not be used again (who-felled-the-oak); choose another id',
  },
  {
    name: "several models without a common name",
    file: pine,
    replace: "name: Pine (Sample Lab)\n",
    by: "",
    says: "name: is missing, but the family has 2 models; add it",
  },
];
