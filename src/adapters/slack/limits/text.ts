/** Every text object holds at least one character. */
export function faultsOfText(what: string, text: string, most: number): readonly string[] {
  if (text.trim() === "") return [`the ${what} is empty`];
  return text.length > most ? [`the ${what} has ${text.length} characters instead of ${most}`] : [];
}
