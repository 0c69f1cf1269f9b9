import { readView } from "./blocks.ts";
import type { View } from "./board.ts";
import { refuse, refused, type Method, type Methods, type Stage } from "./methods.ts";
import { homeOf, viewOnWire } from "./wire.ts";
import { freshId, type Body } from "./workspace.ts";

/** https://docs.slack.dev/reference/methods?family=views */
export function viewMethods({ workspace, board, traces }: Stage): Methods {
  const showing = (run: Method["run"]): Method => ({ token: "bot", run });
  const wrong = (details: readonly string[]): Body => refused({ error: "invalid_arguments", details });
  const show = (view: Omit<View, "hash">) => board.show({ ...view, hash: freshId("") });
  const answerWith = (view: View): Body => ({ ok: true, view: viewOnWire(view, workspace) });

  const open = showing((body) => {
    const trace = traces.trigger(String(body["trigger_id"]).split(".").at(-1) ?? "");
    if (typeof trace === "string") return refuse(trace);
    const read = readView(body["view"], "modal");
    if ("faults" in read) return wrong(read.faults);
    const view = show({ id: freshId("V"), user: trace.person.user, body: read.value });
    traces.give(trace, { by: "view", payload: body, view });
    return answerWith(view);
  });
  return {
    "views.open": open,
    "views.push": open,
    "views.update": showing((body) => {
      const view = board.views.get(String(body["view_id"]));
      if (view === undefined) return refuse("not_found");
      if (body["hash"] !== undefined && body["hash"] !== view.hash) return refuse("hash_conflict");
      const read = readView(body["view"], "modal");
      if ("faults" in read) return wrong(read.faults);
      const updated = show({ ...view, body: read.value });
      traces.changed(view.id, { by: "view", payload: body, view: updated });
      return answerWith(updated);
    }),
    "views.publish": showing((body) => {
      const { user_id: user } = body;
      if (typeof user !== "string" || !user.startsWith("U")) return refuse("user_not_found");
      const read = readView(body["view"], "home");
      if ("faults" in read) return wrong(read.faults);
      const view = show({ id: homeOf(user), user, body: read.value });
      traces.changed(view.id, { by: "view", payload: body, view });
      return answerWith(view);
    }),
  };
}
