/** Steps and weights of the search. Measured with `npm run eval`; each step can be turned off to see what it brings. */
export const settings = {
  stopwords: true,
  synonyms: true,
  typos: true,
  compounds: true,
  sentences: true,
  /** Words that nothing explains speak against every answer. */
  unknownWords: true,
  /** A bare name among unknown words is not what the question is about. */
  subjectGate: true,
  /** Two names that are compared are answered together. */
  pairs: true,
  /** A model that is named in full comes before its family. */
  members: true,
  /** What the card of a model answers anyway is no reason to doubt its name. */
  cardWords: true,

  /** How much a partly matched phrase counts: the smaller, the more. */
  coverage: 0.6,
  /** Part of the score that the best phrase makes up; the rest is what the entry as a whole explains. */
  phraseShare: 0.6,
  /** Parts of its weight that a match by an ordinary word, or only in the long texts of an entry, keeps. */
  weakName: 0.7,
  evidence: 0.5,
  /** Part of its weight that a word keeps which the card of every model answers. */
  cardWeight: 0.15,
  /** Part of the score that stays behind the gate, and of a family's beside its member. */
  gate: 0.5,
  familyBesideMember: 0.9,
  /** How many times a word speaks against an answer that asks for what the knowledge does not hold. */
  beyond: 2,
  /** A word in more phrases than this only adds to phrases that a rarer word has proposed. */
  commonWord: 500,
};
export type Settings = Readonly<typeof settings>;
