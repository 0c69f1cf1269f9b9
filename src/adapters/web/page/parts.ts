/** @throws {Error} when the page has no such part: then it is not the page that this script came with. */
export function part(selector: string, within: ParentNode = document): HTMLElement {
  const found = within.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`the page has no ${selector}`);
  return found;
}

/** Where a question is typed. */
export function inputIn(within: ParentNode): HTMLInputElement {
  const found = part("#q", within);
  if (!(found instanceof HTMLInputElement)) throw new Error("#q takes no text");
  return found;
}

/** What a form says, as an address says it. */
export function queryOf(form: HTMLFormElement): URLSearchParams {
  const texts = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : [],
  );
  return new URLSearchParams(texts);
}
