import type { RequestListener, ServerResponse } from "node:http";
import type { Bot } from "../chat.ts";
import { picturePath, readAddress } from "./address.ts";
import { type Pictures, versionOf } from "./picture.ts";

export const pictureRoute = `GET ${picturePath}`;

/** Serves what `addressOf` points to: asks the bot again, and draws the scorecard of its reply. */
export function servePicture(bot: Bot, pictures: Pictures): RequestListener {
  async function answer(url: string, response: ServerResponse): Promise<void> {
    const ask = readAddress(url);
    const place = { adapter: "picture", shared: true };
    const reply = ask === undefined ? undefined : await bot.answer({ ...ask, place, person: "picture" });
    const scorecard = reply?.scorecard;
    const png = scorecard === undefined ? undefined : await pictures.draw(scorecard);
    if (png === undefined || scorecard === undefined) {
      response.writeHead(404, { "cache-control": "no-store" }).end();
      return;
    }
    response
      .writeHead(200, {
        "content-type": "image/png",
        "content-length": png.length,
        "x-content-type-options": "nosniff",
        "cache-control":
          ask?.version === versionOf(scorecard) ? "public, max-age=31536000, immutable" : "no-cache",
      })
      .end(png);
  }

  return (request, response) => {
    answer(request.url ?? "", response).catch(() => response.destroy());
  };
}
