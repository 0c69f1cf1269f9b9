import { randomBytes } from "node:crypto";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { getHeapSnapshot } from "node:v8";

// Prints whether ids of events stand in the heap: one that was only seen, and, as a check of the search, one that is kept.
const load = (file) => import(pathToFileURL(path.resolve(process.argv[2], file)).href);
const { createOnce } = await load("manners/once.js");
const { createMemoryStore } = await load("store/memory.js");
const once = createOnce(createMemoryStore(), "chat");
// Bytes lie outside of the heap.
const [seen, kept] = [randomBytes(24), randomBytes(24)];
const idOf = (bytes) => `typed ${bytes.toString("hex")}`;
// In a function, which leaves nothing behind in its caller.
const see = async (bytes) => once.isNew([idOf(bytes)]) && (await once.claim([idOf(bytes)]));
await see(seen);
globalThis.kept = idOf(kept);
const parts = [];
for await (const part of getHeapSnapshot()) parts.push(part);
const isFound = (bytes) => Buffer.concat(parts).includes(Buffer.from(bytes.toString("hex")));
console.log(JSON.stringify({ seen: isFound(seen), kept: isFound(kept), again: await see(seen) }));
