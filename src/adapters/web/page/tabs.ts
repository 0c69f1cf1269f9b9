import { part } from "./parts.ts";

/** https://www.w3.org/WAI/ARIA/apg/patterns/tabs: arrows go from tab to tab. */
export function switchTabs(): void {
  document.addEventListener("click", (event) => {
    const tab = event.target instanceof Element ? event.target.closest<HTMLElement>("[role=tab]") : null;
    if (tab !== null) select(tab);
  });
  document.addEventListener("keydown", (event) => {
    const tab = event.target instanceof Element ? event.target.closest<HTMLElement>("[role=tab]") : null;
    if (tab === null || (event.key !== "ArrowLeft" && event.key !== "ArrowRight")) return;
    const other = siblings(tab).find((one) => one !== tab);
    if (other !== undefined) select(other);
    other?.focus();
  });
}

function siblings(tab: HTMLElement): readonly HTMLElement[] {
  return [...(tab.parentElement?.querySelectorAll<HTMLElement>("[role=tab]") ?? [])];
}

function select(tab: HTMLElement): void {
  for (const one of siblings(tab)) {
    const selected = one === tab;
    one.setAttribute("aria-selected", String(selected));
    one.tabIndex = selected ? 0 : -1;
    part(`#${one.getAttribute("aria-controls")}`).hidden = !selected;
  }
}
