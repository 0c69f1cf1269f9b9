/** A promise that is settled from outside; Node 20 has no `Promise.withResolvers`. */
export interface Pledge<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(error: Error): void;
}

export function createPledge<T>(): Pledge<T> {
  let resolve: Pledge<T>["resolve"] = () => {};
  let reject: Pledge<T>["reject"] = () => {};
  const promise = new Promise<T>((fulfil, fail) => {
    resolve = fulfil;
    reject = fail;
  });
  return { promise, resolve, reject };
}
