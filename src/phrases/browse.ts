/** The reading room in English; its type is the shape of every other language. */
export const browseEn = {
  title: "Everything that is known here",
  intro:
    "All models, terms, claims and events of the knowledge base. Each opens its card, with reasons, sources and dates.",
  contents: "On this page",
  models: {
    heading: "Models, part by part",
    intro: "How open each of the eight parts of a model is, as far as checked sources tell.",
    legend: "What the marks mean",
    meanings: {
      open: "can be had and used freely",
      partial: "only in part or under conditions",
      closed: "withheld, as a checked source shows",
      unknown: "no checked source tells; that is a state of its own and never counts as closed",
    },
    overview: "Verdicts",
    filter: "Narrow the list",
    any: "all",
    filters: { vendor: "Vendor", label: "Verdict", licence: "Licence" },
    submit: "Show",
    reset: "Show all models",
    shown: (shown: number, total: number) =>
      shown === total ? `All ${total} models.` : `${shown} of ${total} ${total === 1 ? "model" : "models"}.`,
    none: "No model fits all of these filters.",
    caption: "Openness of the models, part by part",
    columns: { model: "Model", label: "Verdict", licence: "Name of the licence", date: "Released" },
    region: "Table of models, can be scrolled",
  },
  terms: {
    heading: "Terms",
    intro: (count: number) => `${count} terms by group, each in its first sentence.`,
  },
  claims: {
    heading: "Claims of the article",
    intro: (count: number) => `${count} claims by their present status, with the place where they stand.`,
  },
  timeline: {
    heading: "Timeline",
    intro: (count: number) => `${count} dated events. Below the picture they stand as a list, newest first.`,
    region: "Picture of the timeline, can be scrolled",
    title: (first: string, last: string) => `Events from ${first} to ${last}, by subject`,
    describe: (subject: string, count: number) => `${subject}: ${count}`,
    description: (count: number, perSubject: string) =>
      `${count} events on a line of years, one row a subject. Events by subject: ${perSubject}. All of them stand in the list that follows.`,
    exact: "day known",
    coarse: "only month or year known",
    linked: "one event of several subjects",
    scale: "Years with many events are drawn wider.",
  },
};

export type BrowsePhrases = typeof browseEn;

/** Der Lesesaal auf Deutsch. */
export const browseDe: BrowsePhrases = {
  title: "Alles, was hier bekannt ist",
  intro:
    "Alle Modelle, Begriffe, Behauptungen und Ereignisse der Wissensbasis. Jeder Eintrag öffnet seine Karte mit Gründen, Quellen und Daten.",
  contents: "Auf dieser Seite",
  models: {
    heading: "Modelle, Teil für Teil",
    intro: "Wie offen jeder der acht Teile eines Modells ist, soweit geprüfte Quellen es sagen.",
    legend: "Was die Zeichen bedeuten",
    meanings: {
      open: "ist zu haben und frei zu nutzen",
      partial: "nur zum Teil oder unter Bedingungen",
      closed: "zurückgehalten, wie eine geprüfte Quelle zeigt",
      unknown: "keine geprüfte Quelle sagt es; das ist ein eigener Zustand und zählt nie als geschlossen",
    },
    overview: "Urteile",
    filter: "Liste eingrenzen",
    any: "alle",
    filters: { vendor: "Anbieter", label: "Urteil", licence: "Lizenz" },
    submit: "Zeigen",
    reset: "Alle Modelle zeigen",
    shown: (shown, total) => (shown === total ? `Alle ${total} Modelle.` : `${shown} von ${total} Modellen.`),
    none: "Kein Modell passt zu all diesen Filtern.",
    caption: "Offenheit der Modelle, Teil für Teil",
    columns: { model: "Modell", label: "Urteil", licence: "Name der Lizenz", date: "Erschienen" },
    region: "Tabelle der Modelle, lässt sich verschieben",
  },
  terms: {
    heading: "Begriffe",
    intro: (count) => `${count} Begriffe nach Gruppen, je mit ihrem ersten Satz.`,
  },
  claims: {
    heading: "Behauptungen des Artikels",
    intro: (count) => `${count} Behauptungen nach heutigem Status, mit der Stelle, an der sie stehen.`,
  },
  timeline: {
    heading: "Zeitleiste",
    intro: (count) =>
      `${count} datierte Ereignisse. Unter dem Bild stehen sie als Liste, die neuesten zuerst.`,
    region: "Bild der Zeitleiste, lässt sich verschieben",
    title: (first, last) => `Ereignisse von ${first} bis ${last}, nach Gegenstand`,
    describe: (subject, count) => `${subject}: ${count}`,
    description: (count, perSubject) =>
      `${count} Ereignisse auf einer Linie der Jahre, eine Zeile je Gegenstand. Ereignisse nach Gegenstand: ${perSubject}. Alle stehen in der folgenden Liste.`,
    exact: "Tag bekannt",
    coarse: "nur Monat oder Jahr bekannt",
    linked: "ein Ereignis mehrerer Gegenstände",
    scale: "Jahre mit vielen Ereignissen sind breiter gezeichnet.",
  },
};
