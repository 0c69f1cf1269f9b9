import { expect, test } from "vitest";
import { faultsOf } from "./edits.ts";
import { real } from "./real.ts";

test("the real knowledge has no fault", () => {
  expect(faultsOf(real)).toEqual([]);
});
