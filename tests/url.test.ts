import { expect, test } from "vitest";
import { parseUrl } from "../src/url.ts";

test.each(["", "a.example", "https://", "https://a b.example", "https://a.example:99999"])(
  "%j is no address",
  (text) => {
    expect(parseUrl(text)).toBeUndefined();
  },
);

test("an address with umlauts is one, however many others were looked at before", () => {
  for (let one = 0; one < 200_000; one += 1) parseUrl(`https://a.example/${one % 7}`);
  expect(parseUrl("https://bäume.example/ä")?.host).toBe("xn--bume-loa.example");
});
