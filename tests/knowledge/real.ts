import type { Files } from "../../src/knowledge/check/layout.ts";
import { knowledgeFolder, readFiles } from "../../src/knowledge/disk.ts";

export const real: Files = readFiles(knowledgeFolder());
