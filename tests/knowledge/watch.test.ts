import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { knowledgeFolder } from "../../src/knowledge/disk.ts";
import type { Library } from "../../src/knowledge/schema.ts";
import { watchKnowledge } from "../../src/knowledge/watch.ts";

const amber = "models/amber.yaml";

/** A copy of the knowledge under watch; what the watch told, the latest first. */
function watchCopy(): {
  readonly edit: (change: (text: string) => string, atOnce?: boolean) => void;
  readonly told: string[];
} {
  const folder = mkdtempSync(path.join(tmpdir(), "openness-"));
  cpSync(knowledgeFolder(), folder, { recursive: true });
  const told: string[] = [];
  const stop = watchKnowledge(
    (library) => told.unshift(`vendor: ${vendorOf(library)}`),
    (lines) => told.unshift(...lines),
    folder,
  );
  onTestFinished(() => {
    stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const file = path.join(folder, amber);
  return {
    told,
    edit: (change, atOnce = false) => {
      const draft = atOnce ? `${file}~` : file;
      writeFileSync(draft, change(readFileSync(file, "utf8")));
      if (atOnce) renameSync(draft, file);
    },
  };
}

function vendorOf(library: Library): string | undefined {
  return library.families["amber"]?.models[0]?.vendor;
}

// The first edit has all of the YAML parsed, which a busy machine takes its time for.
const patience = { timeout: 15_000, interval: 50 };
vi.setConfig({ testTimeout: 30_000 });

test("takes over a good edit, keeps the last good state at a broken one, and goes on when it is mended", async () => {
  const { edit, told } = watchCopy();
  edit((text) => text.replace("vendor: LLM360", "vendor: LLM361"));
  await vi.waitFor(() => expect(told).toEqual(["vendor: LLM361"]), patience);

  edit((text) => text.replace("vendor: LLM361", "vendor: 361"));
  const fault = `knowledge/${amber}:6 vendor: 361 is not read as text here (amber); put it in quotes: "361"`;
  await vi.waitFor(() => expect(told).toEqual([fault, "vendor: LLM361"]), patience);

  edit((text) => text.replace("vendor: 361", "vendor: LLM362"));
  await vi.waitFor(() => expect(told).toEqual(["vendor: LLM362", fault, "vendor: LLM361"]), patience);
});

test("sees files that editors replace instead of writing into them, again and again", async () => {
  const { edit, told } = watchCopy();
  edit((text) => text.replace("vendor: LLM360", "vendor: LLM361"), true);
  await vi.waitFor(() => expect(told[0]).toBe("vendor: LLM361"), patience);
  edit((text) => text.replace("vendor: LLM361", "vendor: LLM362"), true);
  await vi.waitFor(() => expect(told[0]).toBe("vendor: LLM362"), patience);
  edit((text) => text.replace("vendor: LLM362", "vendor: LLM363"));
  await vi.waitFor(() => expect(told[0]).toBe("vendor: LLM363"), patience);
});

test("a folder that cannot be watched is reported, not thrown", () => {
  const told: string[] = [];
  const stop = watchKnowledge(
    () => told.push("good"),
    (lines) => told.push(...lines),
    path.join(tmpdir(), "openness-nowhere"),
  );
  stop();
  expect(told[0]).toMatch(/^cannot watch .*openness-nowhere: ENOENT.*; restart to take over edits$/);
});
