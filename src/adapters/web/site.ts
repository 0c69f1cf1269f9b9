import { randomInt } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { z } from "zod";
import { readBody } from "../body.ts";
import type { Catalogue } from "../../catalogue.ts";
import { languages, type Language } from "../../chat.ts";
import { phrases } from "../../phrases.ts";
import { webPhrases } from "../../phrases/web.ts";
import type { CompletingPreview, Preview, Scene } from "../../preview.ts";
import { assets, readAsset } from "./assets.ts";
import { browseAddress } from "./browse/address.ts";
import { drawBrowse } from "./browse/browse.ts";
import { readChosen } from "./browse/filter.ts";
import { clientCalled, clients, showSent, showTurn } from "./client.ts";
import type { Html } from "../html.ts";
import { drawDocument } from "./layout.ts";
import { addressOf, type Question, readQuestion } from "./question.ts";
import { drawStage } from "./stage.ts";

export interface Previews {
  readonly discord: CompletingPreview;
  readonly slack: Preview;
}

export interface SiteOptions {
  /** Loading the platforms' libraries takes a moment. */
  readonly previews: () => Promise<Previews>;
  readonly catalogue: (language: Language) => Catalogue;
  /** When an address does not say. */
  readonly language: Language;
}

/** What is sent back to a browser. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
}

export type Site = ReadonlyMap<string, (request: IncomingMessage) => Promise<Answer>>;

const digits = z.string().regex(/^\d{1,20}$/u);
/** What the page says about a press. Everything in it comes from a browser. */
const Pressed = z.object({
  client: z.enum(["discord", "slack"]),
  scene: z.object({
    language: z.enum(languages),
    place: z.enum(["channel", "direct"]),
    overheard: z.boolean(),
    channel: digits,
    person: digits,
  }),
  press: z.object({
    type: z.string().max(100),
    id: z.string().max(300),
    value: z.string().max(4_000),
    isPrivate: z.boolean(),
  }),
});
/** Bytes: more than anything that can be pressed carries. */
const longestBody = 16_384;

/** The page's routes. */
export function createSite({ previews, catalogue, language: usual }: SiteOptions): Site {
  const questionOf = (request: IncomingMessage) => readQuestion(queryOf(request), usual);

  async function tryOut(request: IncomingMessage): Promise<Answer> {
    const question = questionOf(request);
    const scene = sceneOf(question);
    const shownAs = (title: string, main: Html) =>
      page(drawDocument({ view: "/", title, question, addressAs: (other) => addressOf("/", other), main }));
    if (question.line === "") {
      // So that they are there once something is asked.
      previews().catch(() => {});
      return shownAs(webPhrases[question.language].title, drawStage(question, scene, new Map()));
    }
    const open = await previews();
    const shown = await Promise.all(
      clients.map(async (client) => {
        const turn = await open[client.id].type(question.line, scene);
        return [client.id, showTurn(client, turn, scene)] as const;
      }),
    );
    return shownAs(`${question.line} · Openness`, drawStage(question, scene, new Map(shown)));
  }

  async function browse(request: IncomingMessage): Promise<Answer> {
    const question = { ...questionOf(request), line: "" };
    const listed = catalogue(question.language);
    const chosen = readChosen(queryOf(request), listed);
    return page(
      drawDocument({
        view: "/browse",
        title: `${phrases[question.language].browse.title} · Openness`,
        question,
        addressAs: (other) => browseAddress(chosen, other),
        main: drawBrowse(listed, question, chosen),
      }),
    );
  }

  async function press(request: IncomingMessage): Promise<Answer> {
    const given = Pressed.safeParse(await readJson(request));
    if (!given.success) return { status: 400, type: "text/plain", body: z.prettifyError(given.error) };
    const { client: id, scene, press: pressed } = given.data;
    const client = clientCalled(id);
    const sent = await (await previews())[id].press(pressed, scene);
    const { drawn, payloads } = showSent(client, sent, scene);
    return json({
      drawn: markupOf(drawn),
      payloads: markupOf(payloads),
      deleted: sent.some(({ kind }) => kind === "delete"),
    });
  }

  async function complete(request: IncomingMessage): Promise<Answer> {
    const question = questionOf(request);
    // As it was typed: a space at its end means that the next word begins.
    const line = queryOf(request).get("q") ?? "";
    return json(await (await previews()).discord.complete(line, sceneOf(question)));
  }

  return new Map([
    ["GET /", tryOut],
    ["GET /browse", browse],
    ["GET /complete", complete],
    ["POST /press", press],
    ...assets.map(([name, type]) => {
      const body = readAsset(name);
      return [`GET /${name}`, async () => ({ status: 200, type, body })] as const;
    }),
  ]);
}

/** Each question is put by somebody new in a place of its own, so that nothing said before stands in its way. */
function sceneOf({ language, place, overheard }: Question): Scene {
  const fresh = () => String(randomInt(1e9, 1e10));
  return { language, place, overheard, channel: fresh(), person: fresh() };
}

function queryOf({ url = "" }: IncomingMessage): URLSearchParams {
  return new URLSearchParams(url.split("?").slice(1).join("?"));
}

function page({ markup }: Html): Answer {
  return { status: 200, type: "text/html", body: markup };
}

function json(value: unknown): Answer {
  return { status: 200, type: "application/json", body: JSON.stringify(value) };
}

function markupOf(drawn: readonly Html[]): string {
  return drawn.map(({ markup }) => markup).join("");
}

/** Nothing for what is no JSON, or too long. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  const body = await readBody(request, longestBody);
  try {
    return JSON.parse(String(body));
  } catch {
    return undefined;
  }
}
