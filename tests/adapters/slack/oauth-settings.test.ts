import { describe, expect, test } from "vitest";
import type { SlackStandIn } from "../../stand-ins/slack/slack.ts";
import { memory, postgres, sqlite } from "../../store/engines.ts";
import { readable } from "./drawn.ts";
import { openTownHall } from "./town-hall.ts";

const rowsOf = (dump: string, table: string): readonly unknown[] => {
  const tables: readonly (readonly [string, readonly unknown[]])[] = JSON.parse(dump);
  return tables.find(([name]) => name === table)?.[1] ?? [];
};
const communityTables = ["settings", "quiet", "questions", "installations"];

describe.each([memory, sqlite, postgres].filter(({ isThere }) => isThere))("with $name", (engine) => {
  test("two workspaces live by their own settings, and one that goes leaves no row", async () => {
    const ground = await engine.prepare();
    const store = await ground.open();
    const hall = await openTownHall({ store, overhear: ["none"] });
    const [north, south] = await Promise.all([hall.town.found("T0NORTH"), hall.town.found("T0SOUTH")]);
    await hall.install(north);
    await hall.install(south);
    const ids = { north: { adapter: "slack", id: "T0NORTH" }, south: { adapter: "slack", id: "T0SOUTH" } };
    await store.change(ids.north, undefined, { language: "de", mode: "off", collect: true });
    await store.change(ids.south, undefined, { language: "en", mode: "questions" });
    await store.setQuiet(ids.north, "U1", true);
    await store.collect(ids.north, "was ist das", "de");

    const told = async (workspace: SlackStandIn, user: string) =>
      readable((await workspace.command("/openness", "grok", { user, channel: "C1" })).payload);
    expect(await told(north, "U1")).toContain("Hilfreich");
    expect(await told(south, "U2")).toContain("Helpful");
    const silent = await north.mention("is grok open source?", { user: "U1", channel: "C1" });
    const overheard = await south.say("is grok really open source?", { user: "U2", channel: "C2" });
    expect((await south.nextReply(overheard)).text).toContain("Grok");
    expect(north.replies(silent)).toEqual([]);

    hall.town.remove(north);
    await north.event({ type: "app_uninstalled" });
    await expect.poll(() => store.installation(ids.north)).toBeUndefined();
    expect(await store.settings(ids.north)).toEqual({});
    expect(await store.settings(ids.south)).toEqual({ language: "en", mode: "questions" });
    expect(await told(south, "U3")).toContain("Helpful");
    const kept = await ground.dump();
    const counts = communityTables.map((table) => rowsOf(kept, table).length);
    expect(counts).toEqual(engine.lasts ? [1, 0, 0, 1] : [0, 0, 0, 0]);
    await hall.close();
    await store.close();
    await ground.remove();
  });
});
