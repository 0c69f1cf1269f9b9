import { inputIn, part, queryOf } from "./parts.ts";

/** Only the newest question is answered. */
let latest = new AbortController();

/** Sends what the form says, and keeps it as the page's address. */
export async function ask(form: HTMLFormElement): Promise<void> {
  await goTo(`/?${queryOf(form).toString()}`);
}

async function goTo(address: string): Promise<void> {
  if (await showAddress(address)) history.pushState(undefined, "", address);
}

/** Links that ask something are followed without loading the page anew. */
export function followLinks(): void {
  document.addEventListener("click", (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-ask]") : null;
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void goTo(link.href);
  });
}

/** Takes over what the page at that address shows. False when it did not come, or another one was asked for meanwhile. */
export async function showAddress(address: string): Promise<boolean> {
  latest.abort();
  const mine = (latest = new AbortController());
  part("#stage").setAttribute("aria-busy", "true");
  try {
    const response = await fetch(address, { signal: mine.signal });
    if (!response.ok) throw new Error(String(response.status));
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    for (const one of ["header.top", ".tries", ".switches", "#stage"]) part(one).replaceWith(part(one, page));
    inputIn(document).value = inputIn(page).value;
    document.title = page.title;
    // For those who hear the page.
    part("#status").textContent = document.querySelector("#stage h3, #stage .silent")?.textContent ?? "";
    part("#failure").hidden = true;
    return true;
  } catch {
    if (mine.signal.aborted) return false;
    part("#stage").removeAttribute("aria-busy");
    part("#failure").hidden = false;
    return false;
  }
}
