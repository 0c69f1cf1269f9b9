import { browseEn } from "./browse.ts";

/** The interface in English; `Phrases` is its shape, so that no other language can lack a phrase. */
export const en = {
  language: { other: "Auf Deutsch" },
  months: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
  day: (day: number, month: string, year: string) => `${day} ${month} ${year}`,
  list: (items: readonly string[]) =>
    items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`,
  asOf: (date: string, old: boolean) =>
    old ? `Evidence up to ${date}. More than a year old: may be outdated.` : `Evidence up to ${date}.`,

  states: { open: "open", partial: "partly open", closed: "closed", unknown: "unknown" },
  statuses: {
    supported: "supported",
    "partly-supported": "partly supported",
    disputed: "disputed",
    outdated: "outdated",
    unverifiable: "cannot be checked",
  },
  kinds: {
    fact: "fact",
    assessment: "assessment",
    prediction: "prediction",
    criticism: "criticism",
    definition: "definition",
  },
  requirements: {
    weights: "weights",
    licence: "licence",
    code: "code",
    training_code: "training code",
    data: "training data",
  },
  tiers: {
    primary: "primary source",
    press: "press",
    reference: "reference work",
    secondary: "secondary source",
    weak: "weak source",
  },
  readings: {
    full: "read in full",
    excerpt: "read in part",
    feed: "headline and date seen",
    copy: "read as a copy elsewhere",
    cited: "cited by others, not opened",
  },

  model: {
    title: (name: string, label: string) => `${name}: ${label}`,
    gated: "after registration",
    counts: (open: number, partial: number, closed: number, unknown: number) =>
      [
        `${open} of 8 open`,
        ...(partial > 0 ? [`${partial} partly open`] : []),
        ...(closed > 0 ? [`${closed} closed`] : []),
        ...(unknown > 0 ? [`${unknown} unknown`] : []),
      ].join(", "),
    parts: (counts: string) => `Part by part: ${counts}`,
    yardsticks: "By other yardsticks",
    definition: (reading: string) =>
      `Open Source AI Definition (OSAID 1.0): ${reading}. That is our reading, not a decision of the OSI.`,
    readings: { "not-met": "not met", unclear: "unclear", likely: "likely met" },
    because: (reading: string, names: string) => `${reading}, because of ${names}`,
    openQuestions: (reading: string, names: string) => `${reading}; open questions: ${names}`,
    trial: {
      met: "It met the definition in the OSI's trial of 2024.",
      "did-not-meet": "It did not pass in the OSI's trial of 2024.",
      "would-meet-with-other-licence": "In the OSI's trial of 2024 only the licence stood in the way.",
    },
    framework: "Model Openness Framework:",
    ceiling: {
      none: "by our facts no class.",
      III: "by our facts not above Class III.",
      II: "by our facts not above Class II.",
    },
    record: (best: string, date: string) => `Class ${best} in the Model Openness Tool (record of ${date}),`,
    noRecordClass: (date: string) =>
      `no class in the Model Openness Tool (record of ${date}, perhaps incomplete),`,
    recordAlone: (best: string, date: string) =>
      `Class ${best} in the Model Openness Tool (record of ${date}).`,
    index: "European Open Source AI Index:",
    score: (percent: string, system: string, date: string) => `${percent} % (${system}, ${date}).`,
    disagreement: "Where they differ:",
    licence: "Licence of the weights:",
    releases: "Releases",
    announced: (date: string) => `announced ${date}`,
    weightsOn: (date: string) => `weights published ${date}`,
    releasesWithoutWeights: "Releases, none with weights",
    undated: "day not recorded",
  },
  article: {
    heading: (date: string) => `What the article says (${date})`,
    since: "What is known since",
    argues: (claim: string) => `The article argues: ${claim}`,
  },
  family: {
    mixed: (name: string) => `${name}: it depends on the version`,
    uniform: (name: string, label: string) => `${name}: ${label}`,
    none: (count: number) =>
      `None of these ${count} meets the Open Source AI Definition (OSAID 1.0, our reading).`,
    definition: (readings: string) => `Open Source AI Definition (OSAID 1.0, our reading): ${readings}.`,
    likely: (names: string) => `likely met by ${names}`,
    unclear: (names: string) => `unclear for ${names}`,
    notMet: (names: string) => `not met by ${names}`,
    group: (label: string, names: string) => `${label}: ${names}.`,
    versions: (names: string) => `A family of models: ${names}.`,
    members: "Versions, newest first",
  },
  term: {
    title: (name: string, twin: string) => (name === twin ? name : `${name} (German: ${twin})`),
    matters: "Why it matters",
    confused: "Not to be confused with",
    related: "Related",
    browse: "Terms",
    browseText: (count: number) => `${count} terms. Ask for one by its name: /define open weights`,
  },
  pair: {
    title: (first: string, second: string) => `${first} and ${second}`,
    text: "Two subjects side by side.",
    question: (first: string, second: string) => `${first} or ${second}`,
  },
  claim: {
    label: (title: string) => `Claim: ${title}`,
    title: (status: string) => `Claim of the article: ${status}`,
    verdict: (then: string, now: string, month: string) =>
      then === now
        ? `In ${month} and on the evidence since: ${now}.`
        : `In ${month}: ${then}. On the evidence since: ${now}.`,
    where: (paragraph: string, kind: string) => `${paragraph}, ${kind}`,
    speaker: (who: string) => `said by ${who}`,
    check: "How it checks out",
    since: "What is known since",
    sinceUntil: (date: string) => `What is known since (evidence up to ${date})`,
    nothingSince: "Nothing newer was recorded.",
    about: (topic: string) => `Claims: ${topic}`,
  },
  claims: {
    title: (topic: string) => `The article's claims: ${topic}`,
    all: "all",
    text: (from: number, to: number, total: number, date: string) =>
      total === 1
        ? `One claim of the article (${date}), with its present status.`
        : `Claims ${from} to ${to} of ${total} (article of ${date}), each with its present status.`,
    heading: (title: string, paragraph: string) => `${title} (${paragraph})`,
    unknown: (text: string) => `No claims under “${text}”.`,
    unknownText: "Ask for a topic, a subject, a paragraph (p1 to p7) or a status:",
  },
  compare: {
    title: (names: string) => `Compared: ${names}`,
    caption: "Openness part by part",
    part: "Part",
    definition: "OSAID 1.0, our reading",
    rank: (name: string, open: number, unknown: number) =>
      `${name} is open in ${open} of 8 parts${unknown === 0 ? "" : ` (${unknown} unknown)`}`,
    newest: (family: string, model: string) =>
      `${family} has several versions; shown is the newest, ${model}.`,
    line: (label: string, licence: string) => `${label}. Licence of the weights: ${licence}.`,
    sources: "Reasons, sources and dates stand on each model's card.",
    usage: "Compare what?",
    usageText: "Name two to five models, for example: /compare grok-1, olmo 2",
    tooMany: "More than five do not fit; these are the first five.",
    notFound: (names: string) => `Not known: ${names}.`,
  },
  scorecard: {
    caption: "Openness, part by part",
    subject: "Model",
    parts: {
      weights: "Weights",
      licence: "Licence",
      code: "Code",
      training_code: "Training code",
      training_data: "Data",
      data_information: "Data info",
      checkpoints: "Checkpoints",
      documentation: "Docs",
    },
    states: { open: "open", partial: "partly", closed: "closed", unknown: "unknown" },
    yardstick: "Label: our own, from these eight parts.",
    more: (shown: number, total: number) => `The newest ${shown} of ${total} versions.`,
  },
  timeline: {
    title: (subject: string) => `Timeline: ${subject}`,
    all: "everything",
    text: (from: number, to: number, total: number) => `Events ${from} to ${to} of ${total}, newest first.`,
    unknown: (text: string) => `No events under “${text}”.`,
    unknownText: "Ask for one of these subjects:",
  },
  sources: {
    title: (name: string) => `Sources: ${name}`,
    page: (from: number, to: number, total: number) =>
      total === 1 ? "One source." : `Sources ${from} to ${to} of ${total}.`,
    unopened: (count: number) =>
      count === 1
        ? "One page was only cited by others and not opened."
        : `${count} pages were only cited by others and not opened.`,
    none: "No source speaks for or against it: it cannot be checked.",
    all: "everything",
    overview: (total: number, unopened: number) =>
      `${total} pages stand behind the answers; ${unopened} of them were only cited by pages we read and never opened.`,
    tiers: "What they are",
    tier: (count: number, weak: boolean) =>
      weak ? `${count}, kept to document conflicts and never shown` : `${count}`,
    reading: "How far they were read",
    usage: "For the sources of one entry: /sources grok-1",
  },
  usage: {
    text: (usage: string) => `Usage: ${usage}`,
    example: (line: string) => `Try ${line}`,
  },
  explain: {
    title: "What this text is about",
    text: (count: number) => (count === 1 ? "One subject I know." : `${count} subjects I know.`),
    firstOf: (shown: number, count: number) => `${count} subjects I know; these are the first ${shown}.`,
  },
  guess: {
    near: (text: string) => `I am not sure what “${text}” means.`,
    nearText: "Did you mean one of these?",
    none: "I have no sourced answer to that yet.",
    noneText:
      "I know how open AI models are, the terms for it, and what one article of 2025 claims about Grok.",
    closest: "The closest topics:",
    read: (typed: string, read: string) => `Read “${typed}” as “${read}”.`,
  },
  help: {
    title: "Openness: how open is an AI model really?",
    text: "Checked answers with sources and dates, in English and German. Curated, not generated: no language model writes them.",
    commands: "Commands",
    plain: "Or just ask: is Grok open source?",
    topic: {
      privacy: {
        label: "Privacy",
        title: "Privacy: what is kept, and what is not",
        text: "A question is read, answered and forgotten. No message, no name and no id is kept.",
        lines: [
          "There is no account, no profile and no history.",
          "Kept for a server or workspace: its language and when the bot speaks up, as those who manage it decided. For a workspace also what connects it, encrypted.",
          "Kept as a keyed fingerprint: who does not want to be answered unasked, and for an hour which messages were answered, so that none is answered twice.",
          "Votes are counted by entry, verdict and day, without whoever voted.",
          "Only where those who manage the place switch it on: questions without an answer, up to 64 characters, without mentions, links, addresses and numbers, with their count and language, for 90 days.",
          "All that belongs to a place is deleted when the bot is removed from it, or earlier by whoever manages it; what belongs to you, by you.",
          "In memory, for minutes: who asked how often and what was answered where, so that it is not too much.",
          "The log holds one line an answer: command, entry, how sure the answer was, platform, milliseconds. Never a text, never a person.",
          "No question goes further than the chat it was asked in: no language model and no outside service stands behind it.",
        ],
      },
      about: {
        label: "About",
        title: "About this bot",
        text: "It says how open AI models are, part by part, and checks the claims of one article.",
        article: "The article",
        knowledge: "What it knows",
        counts: (claims: number, terms: number, models: number, sources: number) =>
          `${claims} claims, ${terms} terms, ${models} models, ${sources} sources.`,
        evidence: (date: string) =>
          `The newest evidence is of ${date}; nothing is verified for today. Each answer carries the date of its own.`,
        parts: "The eight parts",
        yardsticks: "Yardsticks and credits",
      },
    },
    unknown: (text: string) => `There is no help on “${text}”.`,
    unknownText: "There is help on these:",
  },
  card: {
    share: "Share to channel",
    helpful: "Helpful",
    unhelpful: "Not helpful",
    delete: "Delete",
    choose: "Continue with …",
    more: "More",
    shared: "Shared by",
    overheard: "Answered because questions are switched on in this channel.",
    busy: {
      title: "One moment, please.",
      text: "Those were many questions at once. Please ask again in a moment.",
    },
    stale: { title: "This button is too old.", text: "Please ask once more." },
    notYours: {
      title: "Only whoever asked can delete this answer.",
      text: "Moderators can remove it by their own means.",
    },
    alreadyShared: {
      title: "This answer is already in the channel.",
      text: "It was shared less than ten minutes ago.",
    },
    thanks: { title: "Thank you.", text: "Counted without your name and without your question." },
    whyNot: { title: "Thank you.", text: "Counted without your name. What is wrong with the answer?" },
    reasons: {
      wrong: "It is wrong",
      outdated: "It is out of date",
      unclear: "It is hard to understand",
      beside: "It misses my question",
    },
    notSaved: {
      title: "Not saved.",
      text: "What keeps such things cannot be reached at the moment. Please try again in a minute.",
    },
  },
  settings: {
    nowhere: {
      title: "There is nothing to set here.",
      text: "Settings belong to a server or a workspace. Those who manage it type /settings there.",
    },
    notAllowed: {
      title: "Only those who manage this place can change its settings.",
      text: "For yourself you can decide:",
    },
    open: { title: "Settings", text: "They open with the command /settings." },
    form: {
      title: "Settings of Openness",
      submit: "Save",
      cancel: "Cancel",
      where: { label: "Where", channel: "In this channel", community: "Everywhere here" },
      mode: {
        label: "When it speaks for all to see",
        usual: "As usual",
        off: "Never",
        mentions: "When it is mentioned",
        questions: "Also when a question is asked",
      },
      language: {
        label: "Language, when nothing else tells",
        usual: "As usual",
        en: "English",
        de: "Deutsch",
      },
      collect: {
        label: "Collect questions without an answer",
        no: "No",
        yes: "Yes, up to 64 characters, for 90 days",
      },
    },
    saved: "Saved.",
    savedLine: (label: string, value: string) => `${label}: ${value}`,
    deaf: "It cannot hear questions here: whoever runs it has not switched that on.",
    quiet: {
      button: "Don't answer me unasked",
      title: "You are not answered unasked here any more.",
      text: "Commands and mentions are answered as before.",
    },
    loud: {
      button: "Answer me unasked again",
      title: "You are answered unasked here again.",
      text: "Only where questions are switched on, and only what is sure.",
    },
    forget: {
      button: "Delete what is kept about me",
      title: "Nothing is kept about you any more.",
      text: "That includes your wish not to be answered unasked.",
    },
    delete: {
      button: "Delete what is kept about this place",
      title: "Delete everything that is kept about this place?",
      text: "Its settings, the wishes of its people and its collected questions. The bot stays and works as usual.",
      now: "Delete it all",
      done: "Nothing is kept about this place any more.",
    },
  },
  menu: {
    explain: { name: "Explain this", describe: "Terms, models and claims in this message" },
    lookup: {
      name: "Look up a term",
      describe: "Search terms, models and claims",
      title: "Look up",
      label: "Term, model or claim",
      placeholder: "Type a name",
      submit: "Show",
      close: "Close",
    },
    home: {
      search: "Ask a question or type a name",
      browse: "Browse the terms",
      settings: "Settings",
      placeholder: "is grok open source?",
    },
    about: "Explains how open an AI model really is, with sources.",
    nothing: "There is no text in this message.",
  },
  page: { next: "Next page", previous: "Previous page" },
  button: {
    sources: "Sources",
    compare: (name: string) => `Compare with ${name}`,
    compareAll: "Compare them",
    claims: (subject: string) => `Claims about ${subject}`,
    help: "Help",
  },
  why: {
    band: (band: string, answer: string, suggest: string | undefined) =>
      `Why: ${band}. An answer takes a score of ${answer}${suggest === undefined ? "" : `, a suggestion ${suggest}`}.`,
    phrase: (text: string) => `by “${text}”`,
    corrected: (typed: string, read: string) => `“${typed}” read as “${read}”`,
    unknown: (words: string) => `unknown: ${words}`,
  },
  failure: {
    bug: "Something went wrong on my side.",
    slow: "That took too long. Please ask once more.",
    code: (code: string) => `The fault is logged under the code ${code}.`,
    unknownCommand: (name: string) => `There is no command “/${name}”.`,
    unknownCommandText: "Did you mean one of these?",
  },
  terminal: {
    sources: "Sources",
    title: "Openness: how open is an AI model really?",
    text: "Ask in your own words, or type the number of a suggestion.",
    tries: ["/openness grok", "/define model-weights", "Is Grok open source?"],
    keys: "Tab completes, /help lists the commands, /lang\u00a0de for German, Ctrl-D leaves.",
    language: "Answers are in English from now on.",
    languageUsage: "Type /lang en for English or /lang de for German.",
    noSuchNumber: (highest: number) => `There are suggestions 1 to ${highest} here.`,
    farewell: "Goodbye.",
  },
  browse: browseEn,
};

export type Phrases = typeof en;
