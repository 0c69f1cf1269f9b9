import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

/** Where a requirement is held: a file below tests/, and titles that stand in it. */
type Held = Readonly<Record<string, readonly string[]>>;

/** What a bot that anybody may speak to must not get wrong, and the tests that each point stands on. */
const requirements: readonly (readonly [number: number, words: string, held: Held])[] = [
  [
    1,
    "what comes from Slack over HTTP is signed, fresh and short",
    {
      "adapters/slack/http.test.ts": [
        "only what Slack has signed is read",
        "the word for checking the connection carries nothing past the signature",
        "a body that says nothing is refused and ends nothing",
        "a signed request that is sent again is answered once",
      ],
      "security/clock.test.ts": ["%s refuses every request, and is mentioned once"],
    },
  ],
  [
    2,
    "what comes from Discord over HTTP is signed, fresh and short",
    {
      "adapters/discord/http.test.ts": [
        "only what Discord has signed is read",
        "headers that come twice are refused",
        "what was signed is answered exactly",
      ],
      "security/clock.test.ts": ["is not suspected by what somebody else has signed"],
    },
  ],
  [
    3,
    "nobody is pinged on Discord, neither by us nor by its library",
    {
      "security/mentions.test.ts": [
        "Discord's library would ping nobody by itself",
        "nothing that is sent to Discord may ping anybody, whatever was typed, pressed, shared or chosen",
      ],
      "adapters/discord/card.test.ts": ["is seen by one person or by all, and pings nobody"],
    },
  ],
  [
    4,
    "what was typed is no markup, mention or link on Slack",
    {
      "adapters/slack/inert.test.ts": [
        "the check itself sees what is dangerous",
        "what was typed is only words, wherever it is shown back: %j",
        "whatever it is, it stays words",
      ],
      "adapters/slack/card.test.ts": ["the only mention is whoever shared a card"],
    },
  ],
  [
    5,
    "what was typed is no markup, mention or link on Discord",
    {
      "adapters/discord/escape.test.ts": [
        "is shown letter by letter, and does nothing: %s",
        "does nothing, whatever pieces it is made of",
        "stays inert between the other pieces of a card",
      ],
    },
  ],
  [
    6,
    "links unfold into nothing",
    {
      "adapters/slack/card.test.ts": ["every message has its title as text, and unfolds no link"],
      // Messages made of components have no previews of links.
      "adapters/discord/card.test.ts": [
        "is whole, stays inside Discord's limits, and is accepted by its builders",
      ],
    },
  ],
  [
    7,
    "settings are changed by those who manage the place, and only there",
    {
      "security/permissions-discord.test.ts": [
        "%s may do exactly this by command or form",
        "%s may do exactly this by a button",
      ],
      "security/permissions-slack.test.ts": [
        "%s may do exactly this by command or form",
        "%s may do exactly this by a button, also one that somebody else was shown",
      ],
      "security/scopes.test.ts": [
        "a form that names a channel of another server changes nothing there",
        "a form that names a channel of another workspace changes nothing there",
        "a channel's id alone leads nowhere: its community belongs to the key",
      ],
      "adapters/slack/settings.test.ts": ["nobody is let in while Slack %s who they are"],
    },
  ],
  [
    8,
    "what was typed is looked up, and neither obeyed nor evaluated",
    {
      "security/inputs.test.ts": [
        "what reads like an order is only words to look up",
        "and nothing in the program evaluates text, or runs another program but for those who develop it",
      ],
    },
  ],
  [
    9,
    "secrets come by the environment or by files, and are never printed when they are wrong",
    {
      "env.test.ts": [
        "what is malformed is refused by name, and never printed",
        "what is wrong with it is named all at once, and neither value nor path is printed",
      ],
      "security/env-file.test.ts": [
        "of a file that %s, a warning is printed or not, and never what is in it",
      ],
    },
  ],
  [
    10,
    "no secret and nothing that was typed gets into what is printed or kept",
    {
      "security/secrets.test.ts": [
        "what is secret gets into no log, reply, error, measurement or row of the database, at the lowest level",
      ],
      "redact.test.ts": ["what has the form of a secret is blacked out", "is blacked out in every spelling"],
      "log.test.ts": [
        "is written what it is, where it happened and what caused it, and nothing that it carries along",
      ],
    },
  ],
  [
    11,
    "the libraries' own logs are not passed on",
    {
      "security/libraries.test.ts": [
        "of what Slack's libraries say, neither what they were sent nor what they quote is logged, and nothing twice a minute",
      ],
    },
  ],
  [
    12,
    "an installation is completed once, by the browser that began it, in time",
    {
      "adapters/slack/oauth-pages.test.ts": [
        "when the state is one of another browser",
        "when the state is %s, even with the right cookie",
        "a second time by the same state, whatever the code",
        "gives a cookie that only this site sees and sends, for ten minutes",
        "without a permission that is needed",
      ],
    },
  ],
  [
    13,
    "what connects a workspace is kept encrypted, for that workspace alone",
    {
      "store/conformance.test.ts": [
        "nothing is kept in the clear",
        "a new key takes over, and the old one can go",
        "a wrong key is named, and what to do",
      ],
      "security/vault.test.ts": ["what was sealed for one workspace cannot be opened for another"],
    },
  ],
  [
    14,
    "no address that somebody gave is opened",
    {
      "security/egress.test.ts": [
        "the recorder sees a program that fetches what it is given",
        "the bot connects to nobody but the platforms it is configured for, whatever addresses it is given",
      ],
      "adapters/slack/respond.test.ts": ["an answer is never sent to %s"],
    },
  ],
  [
    15,
    "knowledge that is broken, endless or hostile is refused with file and line",
    {
      "knowledge/check.test.ts": [
        "%s is the only thing reported, and where it is:",
        "all faults are told at once, by file and line",
      ],
      "knowledge/slips-of-yaml.ts": ["an anchor", "a tag", "a key twice", "a control character"],
    },
  ],
  [
    16,
    "no pattern can be made to take long",
    {
      "security/inputs.test.ts": ["no pattern takes long over a long text"],
      "search/hostile.test.ts": ["4,000 characters are read in a moment:"],
      "redact.test.ts": ["a long line costs no time"],
    },
  ],
  [
    17,
    "what is too long is not read",
    {
      "bot.test.ts": ["no more of a text is read than any platform lets a person send"],
      "search/hostile.test.ts": ["what comes after the first 2,000 characters is not read", "any text"],
    },
  ],
  [
    18,
    "nobody gets public answers faster than others can bear, and no more are answered at once than in time",
    {
      "manners/pace.test.ts": [
        "after five public answers in a burst a person is told once, then not answered until time has passed",
        "a channel has a limit of its own, and everyone who meets it is told once",
      ],
      "manners/turns.test.ts": [
        "two hundred have their turn at once, the next when one of them has ended, and hears how long it has waited",
        "what has waited for too long is not begun, and lost",
        "of more than two thousand that wait, the oldest is lost",
      ],
      "adapters/discord/crowd.test.ts": [
        "whoever would be answered too late is told so, alone and in their language",
      ],
      "adapters/slack/crowd.test.ts": [
        "whoever would be answered too late is told so, alone and in their language",
      ],
    },
  ],
  [
    19,
    "bots are not answered, and people once",
    {
      "adapters/discord/messages.test.ts": ["nobody is answered", "another bot", "a webhook", "an edit"],
      "adapters/slack/ways-in.test.ts": [
        "bots, edits, its own words and other events are left alone",
        "the events of one message are answered once",
      ],
      "manners/settings.test.ts": ["an event that another process has taken"],
    },
  ],
  [
    20,
    "packages are the ones that were locked, run no scripts, and are looked after",
    {
      "supply-chain/packages.test.ts": [
        "every package is the one that was locked, and none runs a script when it is installed",
      ],
      "supply-chain/licences.test.ts": [
        "every package is under a licence that lets everybody use and pass on the bot",
      ],
      "supply-chain/sbom.test.ts": [
        "the bill of materials lists every package with licence and checksum, and marks those that are only tools",
      ],
      "supply-chain/workflows.test.ts": ["once a week the registry is asked about the packages"],
    },
  ],
  [
    21,
    "every change is checked by workflows that may only read",
    {
      "supply-chain/workflows.test.ts": [
        "%s keeps the rules",
        "a change is checked on every Node that is supported, on three systems, with a database on one",
        "new versions of packages and actions are proposed weekly, once they are a week old",
      ],
    },
  ],
  [
    22,
    "the image runs without rights that it does not need, and holds no secret",
    {
      "deploy/dockerfile.test.ts": ["the Dockerfile is one, and keeps the rules", "it holds no secret"],
      "deploy/image.test.ts": [
        "the image's files are enough to answer, with the picture, from where nothing can be written",
      ],
      "deploy/kubernetes.test.ts": ["there are no other files, and none of them holds a secret"],
    },
  ],
  [
    23,
    "the unit of systemd is closed",
    { "deploy/systemd.test.ts": ["the unit keeps the rules %s", "counts it among the most closed"] },
  ],
  [
    24,
    "what is kept about somebody goes when they say so, and when the bot goes",
    {
      "manners/settings.test.ts": [
        "can have everything about them deleted",
        "is deleted when whoever manages it says so twice",
      ],
      "store/conformance.test.ts": [
        "a community leaves nothing of it, and all of the others; twice is no error",
        "a person leaves nothing of them, anywhere on that platform",
        "are forgotten 90 days after they were asked last",
      ],
      "adapters/discord/settings.test.ts": ["was removed from leaves nothing"],
      "adapters/slack/settings.test.ts": [
        "a workspace that has removed the app leaves nothing, in whichever order that is told",
      ],
      "adapters/slack/oauth.test.ts": ["is forgotten, and the others stay: %s"],
    },
  ],
];

test.each(requirements)("%i: %s", (_, _words, held) => {
  expect(Object.keys(held).length).toBeGreaterThan(0);
  expect(missingIn(held)).toEqual([]);
});

test("there are all 24", () => {
  const numbers = requirements.map(([number]) => number);
  expect(numbers).toEqual(Array.from({ length: 24 }, (_, index) => index + 1));
});

describe("the check itself sees", () => {
  test("a title that is not there any more, and a file", () => {
    expect(missingIn({ "log.test.ts": ["no such title"], "none.test.ts": ["x"] })).toEqual([
      "log.test.ts: no such title",
      "none.test.ts: x",
    ]);
  });
});

function missingIn(held: Held): readonly string[] {
  return Object.entries(held).flatMap(([file, titles]) => {
    const text = textOf(file);
    return titles.filter((title) => !text.includes(`"${title}"`)).map((title) => `${file}: ${title}`);
  });
}

function textOf(file: string): string {
  try {
    return readFileSync(path.join("tests", file), "utf8");
  } catch {
    return "";
  }
}
