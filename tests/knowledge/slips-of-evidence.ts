import type { Slip } from "./edits.ts";

/** Sources that are missing, too weak or listed twice, and dates out of order. */
const pine = "models/pine.yaml";
const events = "events.yaml";
const address = { file: "sources.yaml", replace: "url: https://weekly.example/forest" };

export const slipsOfEvidence: readonly Slip[] = [
  {
    name: "a state that rests on a weak source",
    file: pine,
    replace: "reason: w-gated, source: pine-card",
    by: "reason: w-gated, source: a-blog",
    says: "dims.weights.source: rests only on weak sources (a-blog) (pine-2); add or choose a better one",
  },
  {
    name: "a release that rests on a weak source",
    file: pine,
    replace: "sources: [pine-card]",
    by: "sources: [a-forum]",
    says: "releases[0].sources: rests only on weak sources (a-forum) (pine-2); ",
  },
  {
    name: "a term that rests on a weak source",
    file: "terms/wood.yaml",
    replace: "source: handbook",
    by: "source: a-forum",
    says: "source: rests only on weak sources (a-forum) (sapling); ",
  },
  {
    name: "a claim that rests only on weak sources",
    file: "claims.yaml",
    replace: "sources: [pine-news, weekly-report]",
    by: "sources: [a-blog, a-forum]",
    says: "check.sources: rests only on weak sources (a-blog, a-forum) (lab-plants-pines); add or choose a better one",
  },
  {
    name: "a development that rests on a weak source",
    file: events,
    replace: "sources: [pine-news, a-blog]",
    by: "sources: [a-blog]",
    says: "sources: rests only on weak sources (a-blog) (birches-planted); ",
  },
  {
    name: "an event that rests on a weak source",
    file: events,
    replace: "sources: [birch-index]",
    by: "sources: [a-forum]",
    says: "sources: rests only on weak sources (a-forum) (2023-11); ",
  },
  {
    name: "a term whose source has no date",
    file: "terms/wood.yaml",
    replace: "source: handbook",
    by: "source: pine-news",
    says: 'source: the source "pine-news" has no date (sapling); give it one in knowledge/sources.yaml or choose another',
  },
  {
    name: "a checked claim without sources",
    file: "claims.yaml",
    replace: "sources: [pine-news, weekly-report]",
    by: "sources: []",
    says: "check.sources: has no source (lab-plants-pines); add one, or set both statuses to unverifiable",
  },
  {
    name: "a claim without sources that could be checked at its time",
    file: "claims.yaml",
    replace: "at_publication: unverifiable",
    by: "at_publication: supported",
    below: 3,
    says: "check.sources: has no source (pines-stay-green); ",
  },
  {
    name: "a claim without sources that can be checked by now",
    file: "claims.yaml",
    replace: "      status: unverifiable",
    by: "      status: supported",
    below: 2,
    says: "check.sources: has no source (pines-stay-green); ",
  },
  {
    name: "an event without sources",
    file: events,
    replace: "sources: [birch-index]",
    by: "sources: []",
    says: "sources: has no source (2023-11); add one",
  },
  {
    ...address,
    name: "the address of another source, in capitals, with www. and a slash at its end",
    by: "url: https://www.CODE.example/pine/",
    says: 'url: is the address of "pine-repo" too (weekly-report); use that source and remove this one',
  },
  {
    ...address,
    name: "the address of another source, without www. and the slash at its end",
    by: "url: https://lab.example/news",
    says: 'url: is the address of "pine-news" too (weekly-report); ',
  },
  {
    ...address,
    name: "the address of another source, with percent signs for an umlaut",
    by: "url: https://school.example/b%C3%A4ume#wood",
    says: 'url: is the address of "handbook" too (weekly-report); ',
  },
  {
    name: "an event out of order",
    file: events,
    replace: 'date: "2025-02-19"',
    by: 'date: "2024-02-19"',
    says: "date: 2024-02-19 stands below 2024-03-17 (2024-02-19); move it up, the oldest comes first",
  },
  {
    name: "a model that was announced before the one above it",
    file: pine,
    replace: "      - name: Pine 2\n",
    by: '      - name: Pine 2\n        announced: "2023-11-02"\n',
    below: 1,
    says: "releases[0].announced: 2023-11-02 stands below 2023-11-03 (pine-2); move it up, the oldest comes first",
  },
  {
    name: "a model that was released before the one above it was announced",
    file: pine,
    replace: 'released: "2024-05"',
    by: 'released: "2023-10"',
    says: "released: 2023-10 stands below 2023-11-03 (pine-2); move it up, the oldest comes first",
  },
];
