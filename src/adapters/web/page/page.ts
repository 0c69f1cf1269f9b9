import { completeAsTyped } from "./completions.ts";
import { ask, followLinks, showAddress } from "./navigation.ts";
import { reportPresses } from "./presses.ts";
import { switchTabs } from "./tabs.ts";

/** Without this script the page answers as well: a question is a form, and an answer is an address. */
const form = document.querySelector<HTMLFormElement>("#ask");
if (form !== null) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void ask(form);
  });
  // Where something is asked is part of the question.
  form.addEventListener("change", (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === "radio") void ask(form);
  });
  completeAsTyped(form);
  followLinks();
  reportPresses();
  switchTabs();
  addEventListener("popstate", () => void showAddress(location.href));
}
