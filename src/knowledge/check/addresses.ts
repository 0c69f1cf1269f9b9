import { parseUrl } from "../../url.ts";
import { faultAt, type Fault } from "./faults.ts";
import { selectTexts, type Pages } from "./select.ts";

/** A page is one source: two entries with its address would be counted and dated twice. */
export function checkAddresses(pages: Pages): readonly Fault[] {
  const first = new Map<string, string>();
  return selectTexts(pages, "sources", "sources.*.url").flatMap(({ page, path, value }) => {
    const url = parseUrl(value);
    if (url === undefined) return [];
    const address = plain(url);
    const id = String(path[1]);
    const earlier = first.get(address);
    if (earlier !== undefined) {
      return faultAt(page, path, `is the address of "${earlier}" too; use that source and remove this one`);
    }
    first.set(address, id);
    return [];
  });
}

/** `URL` has already put the host into one spelling, and letters beyond ASCII into percent signs. */
function plain({ host, pathname, search, hash }: URL): string {
  return `${host.replace(/^www\./, "")}${pathname.replace(/\/$/, "")}${search}${hash}`;
}
