import { part } from "./parts.ts";

interface Answer {
  readonly drawn: string;
  readonly payloads: string;
  /** The message that the button stands on is gone. */
  readonly deleted: boolean;
}

/** Buttons and menus in the drawn messages send what the platforms would send. */
export function reportPresses(): void {
  document.addEventListener("click", (event) => {
    const button =
      event.target instanceof Element ? event.target.closest<HTMLElement>("button[data-press]") : null;
    if (button !== null) void press(button, undefined);
  });
  document.addEventListener("change", (event) => {
    const menu = event.target;
    if (!(menu instanceof HTMLSelectElement) || menu.dataset["press"] === undefined || menu.value === "")
      return;
    void press(menu, menu.value).then(() => (menu.value = ""));
  });
}

async function press(element: HTMLElement, chosen: string | undefined): Promise<void> {
  const message = element.closest<HTMLElement>("[data-message]");
  const client = element.closest<HTMLElement>("[data-client]");
  if (message === null || client === null) return;
  const carried: object = JSON.parse(element.dataset["press"] ?? "{}");
  const isPrivate = message.dataset["private"] === "true";
  const answer = await send({
    client: client.dataset["client"],
    scene: JSON.parse(part("#stage").dataset["scene"] ?? "{}"),
    press: { ...carried, ...(chosen === undefined ? {} : { value: chosen }), isPrivate },
  });
  part("#failure").hidden = answer !== undefined;
  if (answer !== undefined) take(answer, client, message);
}

async function send(pressed: object): Promise<Answer | undefined> {
  try {
    const response = await fetch("/press", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(pressed),
    });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

function take({ drawn, payloads, deleted }: Answer, client: HTMLElement, pressed: HTMLElement): void {
  const log = part(".log", client);
  if (deleted) {
    part(`[data-of="${pressed.dataset["message"]}"]`, client).remove();
    pressed.remove();
    // The button that had the focus is gone with its message.
    log.focus();
  }
  if (drawn === "") return;
  // The server has escaped every text in it.
  log.insertAdjacentHTML("beforeend", drawn);
  part(".payloads", client).insertAdjacentHTML("beforeend", payloads);
  log.lastElementChild?.scrollIntoView({ block: "nearest", behavior: "smooth" });
  part("#status").textContent = log.lastElementChild?.querySelector("h3")?.textContent ?? "";
}
