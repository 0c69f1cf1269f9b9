import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorkplace, type Way, type Workplace } from "../adapters/slack/workplace.ts";
import type { Message } from "../stand-ins/slack/board.ts";
import type { Answer, View } from "../stand-ins/slack/slack.ts";
import { type Action, actions, chosen, everything, oneself, outcomeOf, settle } from "./permissions.ts";

/** What users.info says of each: https://docs.slack.dev/reference/objects/user-object */
const people = {
  U0PLAIN: { is_admin: false, is_owner: false },
  U0GUEST: { is_admin: true, is_restricted: true },
  U0SINGLE: { is_admin: true, is_ultra_restricted: true },
  U0ADMINX: { is_admin: true },
  U0OWNER: { is_admin: false, is_owner: true },
  U0OTHER: { is_admin: true, is_owner: true, team_id: "T0OTHER" },
  U0STRANGER: { is_admin: true, is_stranger: true, team_id: "T0OTHER" },
  U0GRID: { is_admin: true, team_id: "T0OTHER", enterprise_user: { teams: ["T0OTHER", "T0STANDIN"] } },
  U0GONE: { is_admin: true, deleted: true },
};

const roles: readonly (readonly [role: string, user: keyof typeof people, may: Record<Action, string>])[] = [
  ["a plain member", "U0PLAIN", oneself],
  ["a guest of several channels", "U0GUEST", oneself],
  ["a guest of a single channel", "U0SINGLE", oneself],
  ["an admin", "U0ADMINX", everything],
  ["an owner", "U0OWNER", everything],
  ["an admin of another workspace, in a channel that both share", "U0OTHER", oneself],
  ["an admin whom this workspace does not know", "U0STRANGER", oneself],
  ["an admin of an organisation, who has this workspace as another one", "U0GRID", everything],
  ["an admin who has left", "U0GONE", oneself],
];

const community = { adapter: "slack", id: "T0STANDIN" };
const words = ({ payload, view }: Answer) => JSON.stringify([payload, view?.body ?? ""]);
const values = Object.fromEntries(
  Object.entries(chosen).map(([id, value]) => [
    id,
    { [id]: { type: "radio_buttons", selected_option: { value } } },
  ]),
);

describe.each<[over: Way, channel: string]>([
  ["socket", "C0GENERAL"],
  ["http", "G0SECRET"],
  ["http", "a direct message"],
])("over %s in %s", (over, channel) => {
  let place: Workplace;
  beforeAll(async () => {
    place = await openWorkplace({ over, overhear: ["none"], standIn: { people } });
  });
  afterAll(() => place.close());

  const opened = ({ view }: Answer): View => view ?? never("no window");
  const sent = ({ message }: Answer): Message => message ?? never("no message");

  test.each(roles)("%s may do exactly this by command or form", async (_, user, may) => {
    const who = { user, channel: channel.includes(" ") ? `D${user.slice(1)}` : channel };
    const where = { store: place.store, community, person: user };
    const outcomes: Record<string, string> = {};
    for (const action of actions) {
      await settle(action, where);
      // Whoever cannot open a form may still send one that another has opened.
      const answer =
        action === "save"
          ? await place.slack.submit(
              opened(await place.slack.command("/openness", "settings", { ...who, user: "U0ADMIN" })),
              values,
              who,
            )
          : await place.slack.command("/openness", `settings ${action === "open" ? "" : action}`, who);
      outcomes[action] = await outcomeOf(action, words(answer), where);
    }
    expect(outcomes).toEqual(may);
  });

  test.each(roles)(
    "%s may do exactly this by a button, also one that somebody else was shown",
    async (_, user, may) => {
      const where = { store: place.store, community, person: user };
      const admin = { user: "U0ADMIN" };
      const question = sent(await place.slack.command("/openness", "settings delete", admin));
      await settle("delete now", where);
      const pressed = await place.slack.press(question, { value: "1:ask:en:settings:delete now" }, { user });
      expect(await outcomeOf("delete now", words(pressed), where)).toBe(may["delete now"]);
      await place.slack.openHome({ user });
      const home = await place.slack.until(() => place.slack.home(user));
      await settle("open", where);
      const tried = await place.slack.press(home, { action: "settings" }, { user });
      expect(await outcomeOf("open", words(tried), where)).toBe(may.open);
    },
  );
});

function never(why: string): never {
  throw new Error(why);
}
