import { browseDe } from "./browse.ts";
import type { Phrases } from "./en.ts";

/** Die Oberfläche auf Deutsch. */
export const de: Phrases = {
  language: { other: "In English" },
  months: [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
  ],
  day: (day, month, year) => `${day}. ${month} ${year}`,
  list: (items) =>
    items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} und ${items.at(-1) ?? ""}`,
  asOf: (date, old) =>
    old ? `Belege bis ${date}. Älter als ein Jahr: womöglich überholt.` : `Belege bis ${date}.`,

  states: { open: "offen", partial: "teilweise offen", closed: "geschlossen", unknown: "unbekannt" },
  statuses: {
    supported: "belegt",
    "partly-supported": "teils belegt",
    disputed: "umstritten",
    outdated: "überholt",
    unverifiable: "nicht prüfbar",
  },
  kinds: {
    fact: "Tatsache",
    assessment: "Einschätzung",
    prediction: "Prognose",
    criticism: "Kritik",
    definition: "Definition",
  },
  requirements: {
    weights: "Gewichte",
    licence: "Lizenz",
    code: "Code",
    training_code: "Trainingscode",
    data: "Trainingsdaten",
  },
  tiers: {
    primary: "Primärquelle",
    press: "Presse",
    reference: "Nachschlagewerk",
    secondary: "Sekundärquelle",
    weak: "schwache Quelle",
  },
  readings: {
    full: "ganz gelesen",
    excerpt: "in Teilen gelesen",
    feed: "Überschrift und Datum gesehen",
    copy: "als Kopie an anderer Stelle gelesen",
    cited: "von anderen zitiert, nicht geöffnet",
  },

  model: {
    title: (name, label) => `${name}: ${label}`,
    gated: "nach Registrierung",
    counts: (open, partial, closed, unknown) =>
      [
        `${open} von 8 offen`,
        ...(partial > 0 ? [`${partial} teilweise offen`] : []),
        ...(closed > 0 ? [`${closed} geschlossen`] : []),
        ...(unknown > 0 ? [`${unknown} unbekannt`] : []),
      ].join(", "),
    parts: (counts) => `Teil für Teil: ${counts}`,
    yardsticks: "Nach anderen Maßstäben",
    definition: (reading) =>
      `Open Source AI Definition (OSAID 1.0): ${reading}. Das ist unsere Auslegung, keine Entscheidung der OSI.`,
    readings: { "not-met": "nicht erfüllt", unclear: "unklar", likely: "wahrscheinlich erfüllt" },
    because: (reading, names) => `${reading} (fehlt oder schränkt ein: ${names})`,
    openQuestions: (reading, names) => `${reading}; offene Fragen: ${names}`,
    trial: {
      met: "In der Erprobung der OSI von 2024 erfüllte es die Definition.",
      "did-not-meet": "In der Erprobung der OSI von 2024 bestand es nicht.",
      "would-meet-with-other-licence": "In der Erprobung der OSI von 2024 stand nur die Lizenz im Weg.",
    },
    framework: "Model Openness Framework:",
    ceiling: {
      none: "nach unseren Fakten keine Klasse.",
      III: "nach unseren Fakten höchstens Klasse III.",
      II: "nach unseren Fakten höchstens Klasse II.",
    },
    record: (best, date) => `Klasse ${best} im Model Openness Tool (Eintrag vom ${date}),`,
    noRecordClass: (date) =>
      `keine Klasse im Model Openness Tool (Eintrag vom ${date}, womöglich unvollständig),`,
    recordAlone: (best, date) => `Klasse ${best} im Model Openness Tool (Eintrag vom ${date}).`,
    index: "European Open Source AI Index:",
    score: (percent, system, date) => `${percent} % (${system}, ${date}).`,
    disagreement: "Wo sie abweichen:",
    licence: "Lizenz der Gewichte:",
    releases: "Veröffentlichungen",
    announced: (date) => `angekündigt ${date}`,
    weightsOn: (date) => `Gewichte veröffentlicht ${date}`,
    releasesWithoutWeights: "Veröffentlichungen, keine mit Gewichten",
    undated: "Tag nicht verzeichnet",
  },
  article: {
    heading: (date) => `Was der Artikel sagt (${date})`,
    since: "Was seither bekannt ist",
    argues: (claim) => `Der Artikel argumentiert: ${claim}`,
  },
  family: {
    mixed: (name) => `${name}: Es kommt auf die Version an`,
    uniform: (name, label) => `${name}: ${label}`,
    none: (count) =>
      `Keines dieser ${count} erfüllt die Open Source AI Definition (OSAID 1.0, unsere Auslegung).`,
    definition: (readings) => `Open Source AI Definition (OSAID 1.0, unsere Auslegung): ${readings}.`,
    likely: (names) => `wahrscheinlich erfüllt von ${names}`,
    unclear: (names) => `unklar bei ${names}`,
    notMet: (names) => `nicht erfüllt von ${names}`,
    group: (label, names) => `${label}: ${names}.`,
    versions: (names) => `Eine Modellfamilie: ${names}.`,
    members: "Versionen, neueste zuerst",
  },
  term: {
    title: (name, twin) => (name === twin ? name : `${name} (englisch: ${twin})`),
    matters: "Warum das wichtig ist",
    confused: "Nicht zu verwechseln mit",
    related: "Verwandt",
    browse: "Begriffe",
    browseText: (count) => `${count} Begriffe. Frag mit dem Namen nach einem: /define offene Gewichte`,
  },
  pair: {
    title: (first, second) => `${first} und ${second}`,
    text: "Zwei Gegenstände nebeneinander.",
    question: (first, second) => `${first} oder ${second}`,
  },
  claim: {
    label: (title) => `Behauptung: ${title}`,
    title: (status) => `Behauptung des Artikels: ${status}`,
    verdict: (then, now, month) =>
      then === now
        ? `Im ${month} und nach dem, was seither bekannt ist: ${now}.`
        : `Im ${month}: ${then}. Nach dem, was seither bekannt ist: ${now}.`,
    where: (paragraph, kind) => `${paragraph}, ${kind}`,
    speaker: (who) => `gesagt von: ${who}`,
    check: "Wie es sich damit verhält",
    since: "Was seither bekannt ist",
    sinceUntil: (date) => `Was seither bekannt ist (Belege bis ${date})`,
    nothingSince: "Neueres ist nicht verzeichnet.",
    about: (topic) => `Behauptungen: ${topic}`,
  },
  claims: {
    title: (topic) => `Behauptungen des Artikels: ${topic}`,
    all: "alle",
    text: (from, to, total, date) =>
      total === 1
        ? `Eine Behauptung des Artikels (${date}), mit heutigem Status.`
        : `Behauptungen ${from} bis ${to} von ${total} (Artikel vom ${date}), je mit heutigem Status.`,
    heading: (title, paragraph) => `${title} (${paragraph})`,
    unknown: (text) => `Keine Behauptungen unter „${text}“.`,
    unknownText: "Frag nach einem Thema, einem Gegenstand, einem Absatz (p1 bis p7) oder einem Status:",
  },
  compare: {
    title: (names) => `Im Vergleich: ${names}`,
    caption: "Offenheit Teil für Teil",
    part: "Teil",
    definition: "OSAID 1.0, unsere Auslegung",
    rank: (name, open, unknown) =>
      `${name} ist in ${open} von 8 Teilen offen${unknown === 0 ? "" : ` (${unknown} unbekannt)`}`,
    newest: (family, model) => `Von ${family} gibt es mehrere Versionen; gezeigt ist die neueste, ${model}.`,
    line: (label, licence) => `${label}. Lizenz der Gewichte: ${licence}.`,
    sources: "Gründe, Quellen und Daten stehen auf der Karte jedes Modells.",
    usage: "Was soll ich vergleichen?",
    usageText: "Nenne zwei bis fünf Modelle, zum Beispiel: /compare grok-1, olmo 2",
    tooMany: "Mehr als fünf passen nicht; dies sind die ersten fünf.",
    notFound: (names) => `Nicht bekannt: ${names}.`,
  },
  scorecard: {
    caption: "Offenheit, Teil für Teil",
    subject: "Modell",
    parts: {
      weights: "Gewichte",
      licence: "Lizenz",
      code: "Code",
      training_code: "Trainingscode",
      training_data: "Daten",
      data_information: "Dateninfo",
      checkpoints: "Checkpoints",
      documentation: "Doku",
    },
    states: { open: "offen", partial: "teils", closed: "geschlossen", unknown: "unbekannt" },
    yardstick: "Einstufung: unsere eigene, aus diesen acht Teilen.",
    more: (shown, total) => `Die ${shown} neuesten von ${total} Versionen.`,
  },
  timeline: {
    title: (subject) => `Zeitleiste: ${subject}`,
    all: "alles",
    text: (from, to, total) => `Ereignisse ${from} bis ${to} von ${total}, neueste zuerst.`,
    unknown: (text) => `Keine Ereignisse unter „${text}“.`,
    unknownText: "Frag nach einem dieser Gegenstände:",
  },
  sources: {
    title: (name) => `Quellen: ${name}`,
    page: (from, to, total) => (total === 1 ? "Eine Quelle." : `Quellen ${from} bis ${to} von ${total}.`),
    unopened: (count) =>
      count === 1
        ? "Eine Seite wurde nur von anderen zitiert und nicht geöffnet."
        : `${count} Seiten wurden nur von anderen zitiert und nicht geöffnet.`,
    none: "Keine Quelle spricht dafür oder dagegen: Das ist nicht prüfbar.",
    all: "alles",
    overview: (total, unopened) =>
      `Hinter den Antworten stehen ${total} Seiten; ${unopened} davon wurden nur von gelesenen Seiten zitiert und nie geöffnet.`,
    tiers: "Was sie sind",
    tier: (count, weak) => (weak ? `${count}, belegen nur Widersprüche und werden nie gezeigt` : `${count}`),
    reading: "Wie weit sie gelesen wurden",
    usage: "Für die Quellen eines Eintrags: /sources grok-1",
  },
  usage: {
    text: (usage) => `Aufruf: ${usage}`,
    example: (line) => `Probier ${line}`,
  },
  explain: {
    title: "Worum es in diesem Text geht",
    text: (count) =>
      count === 1 ? "Ein Gegenstand, den ich kenne." : `${count} Gegenstände, die ich kenne.`,
    firstOf: (shown, count) => `${count} Gegenstände, die ich kenne; dies sind die ersten ${shown}.`,
  },
  guess: {
    near: (text) => `Ich bin nicht sicher, was „${text}“ meint.`,
    nearText: "Meintest du eines davon?",
    none: "Dazu habe ich noch keine belegte Antwort.",
    noneText:
      "Ich weiß, wie offen KI-Modelle sind, kenne die Begriffe dazu und was ein Artikel von 2025 über Grok behauptet.",
    closest: "Am nächsten kommen:",
    read: (typed, read) => `„${typed}“ habe ich als „${read}“ gelesen.`,
  },
  help: {
    title: "Openness: Wie offen ist ein KI-Modell wirklich?",
    text: "Geprüfte Antworten mit Quellen und Datum, auf Deutsch und Englisch. Kuratiert, nicht erzeugt: Kein Sprachmodell schreibt sie.",
    commands: "Befehle",
    plain: "Oder einfach fragen: Ist Grok Open Source?",
    topic: {
      privacy: {
        label: "Datenschutz",
        title: "Datenschutz: Gespeichert wird nichts",
        text: "Eine Frage wird gelesen, beantwortet und vergessen.",
        lines: [
          "Es gibt kein Konto, kein Profil und keinen Verlauf.",
          "Im Arbeitsspeicher, höchstens bis zum Neustart: eine Stunde lang Fingerabdrücke von Nachrichtenkennungen, damit nichts doppelt beantwortet wird; minutenlang, wer wie oft gefragt hat und was wo beantwortet wurde, damit es nicht zu viel wird.",
          "Das Protokoll enthält eine Zeile je Antwort: Befehl, Eintrag, wie sicher die Antwort war, Plattform, Millisekunden; dazu eine je Bewertung: Eintrag, hilfreich oder nicht. Nie einen Text, nie eine Person.",
          "Keine Frage geht weiter als in den Chat, in dem sie gestellt wurde: Dahinter steht weder ein Sprachmodell noch ein fremder Dienst.",
        ],
      },
      about: {
        label: "Über den Bot",
        title: "Über diesen Bot",
        text: "Er sagt, wie offen KI-Modelle sind, Teil für Teil, und prüft die Behauptungen eines Artikels.",
        article: "Der Artikel",
        knowledge: "Was er weiß",
        counts: (claims, terms, models, sources) =>
          `${claims} Behauptungen, ${terms} Begriffe, ${models} Modelle, ${sources} Quellen.`,
        evidence: (date) =>
          `Die neuesten Belege sind vom ${date}; für heute ist nichts geprüft. Jede Antwort trägt das Datum ihrer eigenen.`,
        parts: "Die acht Teile",
        yardsticks: "Maßstäbe und Nachweise",
      },
    },
    unknown: (text) => `Zu „${text}“ gibt es keine Hilfe.`,
    unknownText: "Hilfe gibt es hierzu:",
  },
  card: {
    share: "Im Kanal teilen",
    helpful: "Hilfreich",
    unhelpful: "Nicht hilfreich",
    delete: "Löschen",
    choose: "Weiter mit …",
    more: "Mehr",
    shared: "Geteilt von",
    overheard: "Beantwortet, weil Fragen in diesem Kanal eingeschaltet sind.",
    busy: {
      title: "Einen Moment, bitte.",
      text: "Das waren viele Fragen auf einmal. Frag gleich noch einmal.",
    },
    stale: { title: "Dieser Knopf ist zu alt.", text: "Bitte frag noch einmal." },
    notYours: {
      title: "Löschen kann diese Antwort nur, wer gefragt hat.",
      text: "Die Moderation kann sie mit ihren eigenen Mitteln entfernen.",
    },
    alreadyShared: {
      title: "Diese Antwort steht schon im Kanal.",
      text: "Sie wurde vor weniger als zehn Minuten geteilt.",
    },
    thanks: { title: "Danke.", text: "Gezählt ohne deinen Namen und ohne deine Frage." },
  },
  menu: {
    explain: {
      name: "Begriffe erklären",
      describe: "Begriffe, Modelle und Behauptungen in dieser Nachricht",
    },
    lookup: {
      name: "Begriff nachschlagen",
      describe: "Begriffe, Modelle und Behauptungen suchen",
      title: "Nachschlagen",
      label: "Begriff, Modell oder Behauptung",
      placeholder: "Namen eintippen",
      submit: "Zeigen",
      close: "Schließen",
    },
    home: {
      search: "Frag etwas oder tippe einen Namen",
      browse: "Begriffe durchblättern",
      placeholder: "ist grok open source?",
    },
    about: "Erklärt mit Quellen, wie offen ein KI-Modell wirklich ist.",
    nothing: "In dieser Nachricht steht kein Text.",
  },
  page: { next: "Nächste Seite", previous: "Vorige Seite" },
  button: {
    sources: "Quellen",
    compare: (name) => `Vergleich mit ${name}`,
    compareAll: "Vergleichen",
    claims: (subject) => `Behauptungen zu ${subject}`,
    help: "Hilfe",
  },
  why: {
    band: (band, answer, suggest) =>
      `Warum: ${band}. Eine Antwort braucht den Wert ${answer}${suggest === undefined ? "" : `, ein Vorschlag ${suggest}`}.`,
    phrase: (text) => `über „${text}“`,
    corrected: (typed, read) => `„${typed}“ als „${read}“ gelesen`,
    unknown: (words) => `unbekannt: ${words}`,
  },
  failure: {
    bug: "Da ist bei mir etwas schiefgegangen.",
    slow: "Das hat zu lange gedauert. Bitte frag noch einmal.",
    code: (code) => `Der Fehler ist unter dem Code ${code} protokolliert.`,
    unknownCommand: (name) => `Einen Befehl „/${name}“ gibt es nicht.`,
    unknownCommandText: "Meintest du einen von diesen?",
  },
  terminal: {
    sources: "Quellen",
    title: "Openness: Wie offen ist ein KI-Modell wirklich?",
    text: "Frag in eigenen Worten oder tippe die Nummer eines Vorschlags.",
    tries: ["/openness grok", "/define Modellgewichte", "Ist Grok eigentlich Open Source?"],
    keys: "Tab ergänzt, /help listet die Befehle, /lang\u00a0en für Englisch, Strg-D beendet.",
    language: "Antworten sind ab jetzt auf Deutsch.",
    languageUsage: "Tippe /lang de für Deutsch oder /lang en für Englisch.",
    noSuchNumber: (highest) => `Hier gibt es die Vorschläge 1 bis ${highest}.`,
    farewell: "Bis bald.",
  },
  browse: browseDe,
};
