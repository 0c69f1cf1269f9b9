import type { State } from "../chat.ts";

export const background = "#1B1E24";
export const panel = "#23272F";

/** Told apart by people who see colours differently, and from afar by their lightness. */
export const colours: Readonly<Record<State, string>> = {
  open: "#56B4E9",
  partial: "#F0B429",
  closed: "#959DAB",
  unknown: "#B3B9C4",
};

export const radius = 14;
const line = `fill="none" stroke-linecap="round" stroke-linejoin="round"`;
const ring = radius - 1.5;

/** Around 0,0. Each has a shape of its own, so that none depends on its colour. */
const shapes: Readonly<Record<State, (colour: string) => string>> = {
  open: (colour) =>
    `<circle r="${radius}" fill="${colour}"/><path d="M-6.4 .5L-2.1 4.8L6.4-4.4" ${line} stroke="${panel}" stroke-width="3.4"/>`,
  partial: (colour) =>
    `<circle r="${ring}" ${line} stroke="${colour}" stroke-width="3"/><path d="M0-${ring}A${ring} ${ring} 0 0 0 0 ${ring}Z" fill="${colour}"/>`,
  closed: (colour) =>
    `<circle r="${ring}" ${line} stroke="${colour}" stroke-width="3"/><path d="M-5-5L5 5M5-5L-5 5" ${line} stroke="${colour}" stroke-width="3"/>`,
  unknown: (colour) =>
    `<circle r="${ring}" fill="none" stroke="${colour}" stroke-width="2.6" stroke-dasharray="3.93 3.93"/><path d="M-3.9-2.7A3.9 3.9 0 1 1 1.4 .6Q0 1.3 0 3" ${line} stroke="${colour}" stroke-width="2.6"/><circle cy="7.3" r="1.8" fill="${colour}"/>`,
};

export function drawSymbol(state: State, x: number, y: number): string {
  return `<g transform="translate(${x} ${y})">${shapes[state](colours[state])}</g>`;
}
