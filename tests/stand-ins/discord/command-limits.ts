import { bodies, isBody, text, type Body } from "./body.ts";
import { createForm, type Flaw, type Form } from "./form.ts";

const slashName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
/** https://docs.discord.com/developers/reference#locales */
const locales = new Set(
  (
    "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th " +
    "zh-CN ja zh-TW ko"
  ).split(" "),
);

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object */
export function checkCommand(command: Body): readonly Flaw[] {
  const form = createForm();
  const { report, count, text: sized } = form;
  const options = bodies(command["options"]);
  const isSlash = Number(command["type"] ?? 1) === 1;
  checkWords(form, "", command, isSlash);
  count("options", options, 0, isSlash ? 25 : 0);
  const needed = options.map((option) => option["required"] === true);
  if (needed.includes(false) && needed.lastIndexOf(true) > needed.indexOf(false))
    report("options", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options come first");
  for (const [index, option] of options.entries()) {
    const at = `options.${index}.`;
    const choices = bodies(option["choices"]);
    checkWords(form, at, option, true);
    count(`${at}choices`, choices, 0, option["autocomplete"] === true ? 0 : 25);
    for (const [place, choice] of choices.entries())
      sized(`${at}choices.${place}.name`, choice["name"], 1, 100);
  }
  if (longest(command) > 8000)
    report("", "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)");
  return form.flaws;
}

/** Name and description in all languages; only slash commands have a description and strict names. */
function checkWords({ report, text: sized }: Form, at: string, body: Body, isSlash: boolean): void {
  const checkName = (field: string, value: unknown) => {
    const name = text(value);
    if (!isSlash) sized(field, name, 1, 32);
    else if (!slashName.test(name) || name !== name.toLowerCase())
      report(field, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
  };
  const least = isSlash ? 1 : 0;
  const most = isSlash ? 100 : 0;
  checkName(`${at}name`, body["name"]);
  sized(`${at}description`, body["description"], least, most);
  for (const field of ["name_localizations", "description_localizations"])
    for (const [locale, words] of Object.entries(localized(body[field]) ?? {})) {
      if (!locales.has(locale)) report(`${at}${field}`, "BASE_TYPE_CHOICES", `Unknown locale ${locale}`);
      if (field === "name_localizations") checkName(`${at}${field}.${locale}`, words);
      else sized(`${at}${field}.${locale}`, words, least, most);
    }
}

/** Translations by locale, or null when there are none. */
export function localized(words: unknown): Body | null {
  return isBody(words) && Object.keys(words).length > 0 ? words : null;
}

/** Names, descriptions and values together; of translations, the longest counts. */
function longest(command: Body): number {
  const widest = (field: string) => {
    const translated = Object.values(localized(command[`${field}_localizations`]) ?? {});
    return Math.max(...[command[field], ...translated].map((word) => text(word).length));
  };
  const inside = [...bodies(command["options"]), ...bodies(command["choices"])];
  const own = widest("name") + widest("description") + text(command["value"]).length;
  return inside.reduce((sum, body) => sum + longest(body), own);
}
