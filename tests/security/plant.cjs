// Preloaded into a bot: lets it fail as libraries do, with errors that hold what PLANTED lists. SIGUSR2 starts it; the second
// one ends the bot by a fault that nobody catches.
const planted = JSON.parse(process.env.PLANTED);

class Refused extends Error {
  constructor() {
    super(`403 at ${planted.url}`);
    this.code = 50_013;
    this.status = 403;
    this.url = planted.url;
    this.requestBody = { json: { content: planted.typed }, files: [{ data: planted.typed }] };
    this.rawError = { errors: [{ deep: { deeper: { token: planted.token } } }] };
    this.headers = { authorization: `Bot ${planted.token}` };
  }
}

const shapes = [
  () => new Refused(),
  () => new Error("with a cause", { cause: new Error("in between", { cause: new Refused() }) }),
  () => new AggregateError([new Refused(), planted.typed], "several"),
  () => planted.typed,
  () => `token ${planted.token}`,
  () => ({ message: planted.typed, nested: [[planted.token]] }),
  () => [planted.typed],
  () => undefined,
  () =>
    Object.assign(new Error("a database"), {
      detail: `Key (text)=(${planted.typed})`,
      parameters: [planted.typed],
    }),
  () => Object.assign(new TypeError("an address"), { input: planted.url }),
  () => {
    try {
      return JSON.parse(planted.typed);
    } catch (error) {
      return error;
    }
  },
];

process.once("SIGUSR2", () => {
  for (const shape of shapes) void Promise.reject(shape());
  process.once("SIGUSR2", () => {
    throw new Refused();
  });
});
