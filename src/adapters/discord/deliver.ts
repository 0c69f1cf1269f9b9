import type { Card } from "../../manners/card.ts";
import type { Pictures } from "../../picture/picture.ts";
import { remember } from "../../remember.ts";
import { drawCard, drawPlain, pictureName } from "./card.ts";
import type { CardMessage } from "./components.ts";
import type { File } from "./form.ts";
import type { Sent } from "./send.ts";

/** Sends one form of an answer. */
export type Send = (message: CardMessage, file?: File) => Promise<Sent>;

/** Milliseconds that an answer waits for its picture: with two tries to send it, all is over within Discord's 3 s. */
const patience = 400;

/** Many ask the same, and get the same card. */
const drawWords = remember((card: Card) => drawCard(card));
const drawPictured = remember((card: Card) => drawCard(card, card.reply.scorecard));
const fileOf = remember((png: Buffer): File => ({ name: pictureName, type: "image/png", data: png }));

/** Sends a card with its picture, if there is one in time; with less, as long as Discord refuses it. */
export async function deliver(card: Card, pictures: Pictures, send: Send): Promise<void> {
  const png = await pictureOf(card, pictures);
  if (png !== undefined && (await send(drawPictured(card), fileOf(png))) !== "refused") return;
  if ((await send(drawWords(card))) === "refused") await send(drawPlain(card.reply));
}

async function pictureOf({ reply }: Card, pictures: Pictures): Promise<Buffer | undefined> {
  if (reply.scorecard === undefined) return undefined;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patience, undefined);
  });
  try {
    return await Promise.race([pictures.draw(reply.scorecard), late]);
  } finally {
    clearTimeout(timer);
  }
}
