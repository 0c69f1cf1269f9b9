import { expect, test } from "vitest";
import { vaultOf } from "../store/engines.ts";

const sealed = vaultOf("a").seal("xoxb-1-secret", "installation north");

test("what was sealed for one workspace cannot be opened for another", () => {
  expect(vaultOf("a").open(sealed, "installation north")).toBe("xoxb-1-secret");
  expect(() => vaultOf("a").open(sealed, "installation south")).toThrow("STORE_KEYS");
  expect(() => vaultOf("a").open(sealed, "")).toThrow("STORE_KEYS");
});

test("what was changed in the database cannot be opened, wherever it was changed", () => {
  const [id = "", base64 = ""] = sealed.split(".");
  const bytes = Buffer.from(base64, "base64");
  for (let index = 0; index < bytes.length; index += 1) {
    const changed = Buffer.from(bytes);
    changed[index] = (changed[index] ?? 0) ^ 1;
    const forged = `${id}.${changed.toString("base64")}`;
    expect(() => vaultOf("a").open(forged, "installation north")).toThrow("STORE_KEYS");
  }
  for (const cut of ["", id, `${id}.`, `${id}.AAAA`, sealed.slice(0, -4)])
    expect(() => vaultOf("a").open(cut, "installation north")).toThrow("STORE_KEYS");
});

test("the same is never sealed the same way twice", () => {
  expect(vaultOf("a").seal("xoxb-1-secret", "installation north")).not.toBe(sealed);
});
