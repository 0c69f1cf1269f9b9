import type { Slip } from "./edits.ts";

/** Names that stand for something else already, or for nothing. */
const birch = "models/birch.yaml";
const terms = "terms/wood.yaml";
const aliases = { file: birch, replace: "aliases: [sample birch, birchchat]" };

export const slipsOfNames: readonly Slip[] = [
  {
    ...aliases,
    name: "the name of another model, spelt otherwise",
    by: "aliases: [Píne²]",
    says: 'aliases[0]: "Píne²" already stands for the model pine-2 at knowledge/models/pine.yaml:28 (birch); ',
  },
  {
    ...aliases,
    name: "the weak alias of a family",
    by: "aliases: [birchchat, needle]",
    says: 'aliases[1]: "needle" already stands for the family pine at knowledge/models/pine.yaml:5 (birch); keep it at one of them (spaces, ',
  },
  {
    name: "the weak alias of a model, at a term",
    file: terms,
    replace: "en: [shoot]",
    by: "en: [shoot, Cone]",
    says: 'weak_aliases.en[1]: "Cone" already stands for the model pine-2 at knowledge/models/pine.yaml:',
  },
  {
    name: "another term's alias with its umlaut written out",
    file: terms,
    replace: "de: [Trieb]",
    by: "de: [Holzgefuege]",
    says: 'weak_aliases.de[0]: "Holzgefuege" already stands for the term grain at knowledge/terms/wood.yaml:20 (sapling); ',
  },
  {
    name: "a family's id",
    file: terms,
    replace: "en: [young tree]",
    by: "en: [young tree, pine]",
    says: 'aliases.en[1]: "pine" already stands for the family pine at knowledge/models/pine.yaml:3 (sapling); ',
  },
  {
    name: "a term's name as a claim's title",
    file: "claims.yaml",
    replace: "de: Kiefern bleiben grün",
    by: "de: Maserung",
    says: 'title.de: "Maserung" already stands for the term grain at knowledge/terms/wood.yaml:',
  },
  {
    ...aliases,
    name: "a command's name",
    by: "aliases: [Compare]",
    says: 'aliases[0]: "Compare" is the name of the command compare (birch); choose another name',
  },
  {
    ...aliases,
    name: "a command's German name",
    by: "aliases: [birchchat, Frage]",
    says: 'aliases[1]: "Frage" is the name of the command frage (birch); choose another name',
  },
  {
    ...aliases,
    name: "no letters",
    by: 'aliases: ["?!"]',
    says: 'aliases[0]: "?!" has no letters or digits (birch); remove it',
  },
];
