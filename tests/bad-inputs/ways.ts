/** One way in which a text reaches the bot. */
export interface Way {
  readonly name: string;
  /** What is wrong with what comes of it: nothing, hopefully. `given` need be no text, since it may come as JSON. */
  readonly try: (given: unknown) => Promise<readonly string[]>;
}

/** Of each input; 20 in `npm test`, 1,000 where somebody has a quarter of an hour: `MUTATIONS=1000`. */
export const mutations = Number(process.env["MUTATIONS"] ?? 20);
/** So that a failure can be repeated. */
export const seed = 20_250_220;
