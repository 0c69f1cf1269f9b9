import { inputIn, part, queryOf } from "./parts.ts";

interface Completion {
  readonly label: string;
  readonly value: string;
  readonly detail?: string;
}

/** https://www.w3.org/WAI/ARIA/apg/patterns/combobox, with the keys of Discord's client: Tab takes the first. */
export function completeAsTyped(form: HTMLFormElement): void {
  const input = inputIn(form);
  const list = part("#completions", form);
  let offered: readonly Completion[] = [];
  let active = -1;
  let latest = new AbortController();

  function close(): void {
    latest.abort();
    offered = [];
    draw();
  }

  function draw(): void {
    active = -1;
    list.replaceChildren(...offered.map(drawOption));
    list.hidden = offered.length === 0;
    input.setAttribute("aria-expanded", String(offered.length > 0));
    input.removeAttribute("aria-activedescendant");
  }

  function move(to: number): void {
    const count = offered.length;
    active = (to + count) % count;
    for (const [index, option] of [...list.children].entries())
      option.setAttribute("aria-selected", String(index === active));
    const option = list.children[active];
    option?.scrollIntoView({ block: "nearest" });
    if (option !== undefined) input.setAttribute("aria-activedescendant", option.id);
  }

  function pick(index: number): void {
    const picked = offered[index];
    if (picked === undefined) return;
    input.value = picked.value;
    input.focus();
    close();
    // A command's name is only the beginning.
    if (picked.value.endsWith(" ")) void offer();
  }

  async function offer(): Promise<void> {
    latest.abort();
    latest = new AbortController();
    const { signal } = latest;
    try {
      const response = input.value.startsWith("/")
        ? await fetch(`/complete?${queryOf(form).toString()}`, { signal })
        : undefined;
      const found: readonly Completion[] = response?.ok === true ? await response.json() : [];
      // What stands there already is no news.
      if (signal.aborted) return;
      offered = found.filter(({ value }) => value !== input.value);
      draw();
    } catch {
      // Something newer was typed, or the bot is gone, which asking will tell.
    }
  }

  input.addEventListener("input", () => void offer());
  input.addEventListener("blur", close);
  form.addEventListener("submit", close);
  input.addEventListener("keydown", (event) => {
    // What is still on its way must not open the list again.
    if (event.key === "Escape") close();
    if (offered.length === 0) return;
    if (event.key === "ArrowDown") move(active + 1);
    else if (event.key === "ArrowUp") move(active < 0 ? -1 : active - 1);
    else if (event.key === "Tab" && !event.shiftKey) pick(Math.max(active, 0));
    else if (event.key === "Enter" && active >= 0) pick(active);
    else return;
    event.preventDefault();
  });
  // Before the input loses its focus, and the list is closed.
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const option = event.target instanceof Element ? event.target.closest("[role=option]") : null;
    if (option !== null) pick([...list.children].indexOf(option));
  });
}

function drawOption({ label, detail }: Completion, index: number): HTMLLIElement {
  const option = document.createElement("li");
  option.id = `completion-${index}`;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  option.append(label);
  if (detail !== undefined) {
    const small = document.createElement("small");
    small.textContent = detail;
    option.append(" ", small);
  }
  return option;
}
