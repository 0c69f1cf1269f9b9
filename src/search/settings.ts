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

  coverageOfQuestion: 0.6,
  coverageOfPhrase: 0.6,
  phraseShare: 0.6,
  weakName: 0.8,
  evidence: 0.5,
  cardWeight: 0.15,
  gate: 0.5,
  familyBesideMember: 0.9,
  beyond: 2,
  /** A word in more phrases than this only adds to phrases that a rarer word has proposed. */
  commonWord: 500,
};
export type Settings = typeof settings;
