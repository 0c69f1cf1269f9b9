import { languages } from "../../src/chat.ts";
import { phrases } from "../../src/phrases.ts";

/** What can be read off an answer, in either language. */
const sentences = {
  saved: languages.map((language) => phrases[language].settings.saved),
  notSaved: languages.map((language) => phrases[language].card.notSaved.title),
  quiet: languages.map((language) => phrases[language].settings.quiet.title),
  loud: languages.map((language) => phrases[language].settings.loud.title),
  forgotten: languages.map((language) => phrases[language].settings.forget.title),
  deleted: languages.map((language) => phrases[language].settings.delete.done),
  busy: languages.map((language) => phrases[language].card.busy.title),
  shared: languages.map((language) => phrases[language].card.alreadyShared.title),
  bug: languages.map((language) => phrases[language].failure.bug),
  slow: languages.map((language) => phrases[language].failure.slow),
  notAllowed: languages.map((language) => phrases[language].settings.notAllowed.title),
} as const;

export type Sentence = keyof typeof sentences;

/** As a title: dots may be escaped, and before it stands the beginning of a text or of a heading. */
export function said(payload: string, sentence: Sentence): boolean {
  const plain = payload.replaceAll("\\", "");
  return sentences[sentence].some((words) =>
    ['"', "## "].some((before) => plain.includes(`${before}${words}`)),
  );
}
