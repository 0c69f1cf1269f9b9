import { z } from "zod";
import { schemas } from "./check/layout.ts";

/** The schemas for editors by file name: completion, hover texts and live checks in the YAML files. */
export function editorSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(schemas).map(([kind, schema]) => {
      const json = z.toJSONSchema(schema, { io: "input", target: "draft-7" });
      return [`${kind}.json`, `${JSON.stringify(json, undefined, 2)}\n`];
    }),
  );
}
