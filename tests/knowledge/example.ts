import type { Files } from "../../src/knowledge/check/layout.ts";

/** A knowledge in small: some of everything, all made up, nothing wrong. It is read in milliseconds, the real one is not. */
const texts = {
  "models/birch.yaml": `# yaml-language-server: $schema=../../src/knowledge/json-schema/family.json

models:
  - id: birch
    name: Birch
    vendor: Sample Lab
    released: "2023-11"
    licence: Free-2.0
    aliases: [sample birch, birchchat]
    dims:
      weights: { state: open, reason: w-public, source: birch-index, as_of: "2026-06-12" }
      licence: { state: open, reason: l-open, source: birch-index, as_of: "2026-06-12" }
      code: { state: open, reason: c-open, source: birch-index, as_of: "2025-05" }
      training_code: { state: open, reason: t-open, source: birch-index, as_of: "2026-06-12" }
      training_data: { state: open, reason: d-open, source: birch-index, as_of: "2026-06-12" }
      data_information: { state: partial, reason: i-partial, source: birch-index, as_of: "2026-06-12" }
      checkpoints: { state: open, reason: k-open, source: birch-index, as_of: "2026-06-12" }
      documentation: { state: unknown, reason: unknown }
    external:
      osai:
        file: birch.yaml
        score: 0.833
        system: Birch
        as_of: "2026-06-12"
    disagreement:
      en: >-
        One index counts the card as complete.
      de: >-
        Ein Index wertet die Karte als vollständig.
    note:
      en: All of it was published.
      de: Alles wurde veröffentlicht.
`,
  "models/pine.yaml": `# yaml-language-server: $schema=../../src/knowledge/json-schema/family.json

name: Pine (Sample Lab)
aliases: [pine, pines]
weak_aliases: [needle]
models:
  - id: pine-1
    name: Pine 1
    vendor: Sample Lab
    released: "2024-03-17"
    licence: Free-2.0
    aliases: [pine one]
    dims:
      weights: { state: open, reason: w-public, source: pine-repo, as_of: "2024-03-19" }
      licence: { state: open, reason: l-open, source: pine-repo, as_of: "2024-03-19" }
      code: { state: open, reason: c-open, source: pine-repo, as_of: "2024-03-19" }
      training_code: { state: closed, reason: t-none, source: pine-repo, as_of: "2024-03-19" }
      training_data: { state: closed, reason: d-none, source: pine-repo, as_of: "2024-03-19" }
      data_information: { state: partial, reason: i-partial, source: pine-repo, as_of: "2024-03-19" }
      checkpoints: { state: closed, reason: k-none, source: pine-repo, as_of: "2024-03-19" }
      documentation: { state: open, reason: p-open, source: pine-repo, as_of: "2024-03-19" }
    releases:
      - name: Pine 1
        announced: "2023-11-03"
        weights: "2024-03-17"
        sources: [pine-repo, pine-news]
    note: { en: The first pine., de: Die erste Kiefer. }
  - id: pine-2
    name: Pine 2
    vendor: Sample Lab
    released: "2024-05"
    licence: LicenseRef-house-terms
    aliases: [pine two]
    weak_aliases: [cone]
    dims:
      weights: { state: partial, reason: w-gated, source: pine-card, as_of: "2024-05-02" }
      licence: { state: partial, reason: l-terms, source: pine-card, as_of: "2024-05-02" }
      code: { state: open, reason: c-open, source: pine-card, as_of: "2024-05-02" }
      training_code: { state: closed, reason: t-none, source: pine-card, as_of: "2024-05-02" }
      training_data: { state: closed, reason: d-none, source: pine-card, as_of: "2024-05-02" }
      data_information: { state: unknown, reason: unknown }
      checkpoints: { state: closed, reason: k-none, source: pine-card, as_of: "2024-05-02" }
      documentation: { state: open, reason: p-open, source: pine-card, as_of: "2024-05-02" }
    releases:
      - name: Pine 2
        sources: [pine-card]
    note: { en: The second pine., de: Die zweite Kiefer. }
    see_also: [pine-news]
`,
  "terms/wood.yaml": `# yaml-language-server: $schema=../../src/knowledge/json-schema/terms.json

name: { en: Wood, de: Holz }
terms:
  - id: sapling
    term:
      en: Sapling
      de: Setzling
    aliases:
      en: [young tree]
      de: [Jungbaum, sapling]
    weak_aliases: { en: [shoot], de: [Trieb] }
    definition:
      en: A tree that is still young.
      de: Ein Baum, der noch jung ist.
    related: [grain]
    source: handbook
  - id: grain
    term: { en: Grain, de: Maserung }
    aliases: { en: [wood grain], de: [Holz-Gefüge] }
    definition:
      en: The lines that are seen in wood.
      de: Die Linien, die man im Holz sieht.
    related: []
    confused_with: [sapling]
    source: handbook
`,
  "claims.yaml": `# yaml-language-server: $schema=../src/knowledge/json-schema/claims.json

claims:
  - id: lab-plants-pines
    title: { en: The lab plants pines, de: Das Labor pflanzt Kiefern }
    paragraph: p1
    kind: fact
    en: The lab plants pines.
    de: Das Labor pflanzt Kiefern.
    subjects: [lab]
    topics: [planting]
    check:
      at_publication: supported
      status: outdated
      why: { en: It said so at that time., de: So hat es damals gesagt. }
      sources: [pine-news, weekly-report]
      since:
        en: It has planted birches, too.
        de: Es hat auch Birken gepflanzt.
        refs: [birches-planted]
  - id: pines-stay-green
    title: { en: Pines stay green, de: Kiefern bleiben grün }
    paragraph: p1
    kind: prediction
    en: Pines will stay green.
    de: Kiefern werden grün bleiben.
    subjects: [forest]
    topics: [planting]
    check:
      at_publication: unverifiable
      status: unverifiable
      why: { en: Nobody can know that today., de: Das kann heute niemand wissen. }
      sources: []
withheld: [who-felled-the-oak]
`,
  "events.yaml": `# yaml-language-server: $schema=../src/knowledge/json-schema/events.json

developments:
  birches-planted:
    date: "2025-10-28"
    subjects: [lab, forest]
    models: [birch]
    en: The lab planted birches.
    de: Das Labor pflanzte Birken.
    sources: [pine-news, a-blog]
timeline:
  - date: "2023-11"
    subjects: [lab]
    en: The first birch is planted.
    de: Die erste Birke wird gepflanzt.
    sources: [birch-index]
  - date: "2024-03-17"
    subjects: [forest, lab]
    en: The first pine is planted.
    de: Die erste Kiefer wird gepflanzt.
    sources: [pine-repo]
  - date: "2024-03"
    subjects: [lab]
    en: The lab moves into the forest.
    de: Das Labor zieht in den Wald.
    sources: [weekly-report]
  - date: "2025-02-19"
    subjects: [lab]
    en: The article appears.
    de: Der Artikel erscheint.
    sources: []
    article: true
`,
  "article.yaml": `# yaml-language-server: $schema=../src/knowledge/json-schema/article.json

language: de
date: "2025-02-19"
date_note: { en: The day is assumed., de: Der Tag ist angenommen. }
about: { en: An article on trees., de: Ein Artikel über Bäume. }
evidence:
  newest: "2025-10-28"
paragraphs:
  p1: { en: Paragraph 1, de: Absatz 1 }
subjects:
  lab: { en: Sample Lab, de: Musterlabor }
  forest: { en: Forest, de: Wald }
topics:
  planting: { en: Planting, de: Pflanzung }
`,
  "licences.yaml": `# yaml-language-server: $schema=../src/knowledge/json-schema/licences.json

licences:
  Free-2.0:
    name: Free Licence 2.0
    class: open
    osi_approved: true
    url: https://licences.example/free
    en: Permissive.
    de: Freizügig.
  LicenseRef-house-terms:
    { name: House Terms, class: restricted, osi_approved: null, en: Not for rivals., de: Nicht für Rivalen. }
  LicenseRef-hosted:
    { name: Hosted Only, class: proprietary, osi_approved: false, en: No weights., de: Keine Gewichte. }
`,
  "sources.yaml": `# yaml-language-server: $schema=../src/knowledge/json-schema/sources.json

sources:
  pine-repo:
    title: Code and weights of Pine
    publisher: Sample Lab
    url: https://code.example/pine
    date: "2024-03-19"
    tier: primary
    read: full
  pine-card:
    title: Card of Pine 2
    publisher: Sample Lab
    url: https://code.example/pine?of=2
    date: "2024-05-02"
    tier: primary
    read: full
  pine-news:
    { title: Announcement of Pine, publisher: Sample Lab, url: https://www.lab.example/news/, tier: primary, read: excerpt }
  birch-index:
    { title: Birch in the index, publisher: Index of Trees, url: https://index.example/birch, date: "2026-06-12", tier: reference, read: full }
  handbook:
    { title: Handbook of wood, publisher: Forest School, url: https://school.example/bäume#wood, date: "2024", tier: reference, read: full }
  weekly-report:
    title: A walk through the forest
    publisher: The Weekly
    url: https://weekly.example/forest
    date: "2025-02-18"
    tier: press
    read: full
  a-blog:
    { title: What I saw in the forest, publisher: a passer-by, url: https://blog.example/forest, date: "2025-02", tier: weak, read: full }
  a-forum:
    { title: What others saw in the forest, publisher: passers-by, url: https://blog.example/forest#answers, date: "2025-03", tier: weak, read: cited }
`,
  "conflicts.yaml": `# yaml-language-server: $schema=../src/knowledge/json-schema/conflicts.json

conflicts:
  - id: height-of-pine
    prefer: twenty metres
    versions: [twenty metres, two metres]
    sources: [pine-news, a-blog]
`,
  "scorecard.yaml": scorecard(),
  "stopwords.yaml": `# yaml-language-server: $schema=../src/knowledge/json-schema/stopwords.json

${["en", "de"].map(stopwordsOf).join("")}withheld: oak
`,
  "synonyms.yaml": `# yaml-language-server: $schema=../src/knowledge/json-schema/synonyms.json

groups:
  - card: true
    en: open, free
    de: offen, frei
  - en: tree, trunk
`,
};

export const example: Files = new Map(
  Object.entries(texts).map(([file, text]) => [file, Buffer.from(text)] as const),
);

function scorecard(): string {
  const reasons = {
    weights: { "w-public": "open", "w-gated": "partial" },
    licence: { "l-open": "open", "l-terms": "partial", "l-hosted": "closed" },
    code: { "c-open": "open" },
    training_code: { "t-open": "open", "t-none": "closed" },
    training_data: { "d-open": "open", "d-none": "closed" },
    data_information: { "i-partial": "partial" },
    checkpoints: { "k-open": "open", "k-none": "closed" },
    documentation: { "p-open": "open" },
  };
  const both = (text: string) => `{ en: ${text}, de: ${text} }`;
  const lines = Object.entries(reasons).flatMap(([part, states]) => [
    `  ${part}:`,
    `    name: ${both(part)}`,
    `    question: ${both(`what of ${part}`)}`,
    "    reasons:",
    ...Object.entries(states).map(([id, state]) => `      ${id}: { state: ${state}, en: ${id}, de: ${id} }`),
  ]);
  const labels = ["closed", "restricted-weights", "open-weights", "open-source-ai", "fully-open", "unknown"];
  return [
    "# yaml-language-server: $schema=../src/knowledge/json-schema/scorecard.json",
    "parts:",
    ...lines,
    `unknown: ${both("not known")}`,
    "labels:",
    ...labels.map((label) => `  ${label}: ${both(label)}`),
    "attribution: []\n",
  ].join("\n");
}

function stopwordsOf(language: string): string {
  const lists = ["grammar", "chat", "asking", "around", "contrasting", "joining", "addressing"];
  return `${language}:\n${[...lists, "circumstance", "beyond"].map((list) => `  ${list}: the\n`).join("")}`;
}
