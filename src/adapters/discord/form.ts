import { randomUUID } from "node:crypto";
import { remember } from "../../remember.ts";

export interface File {
  /** Without quotation marks or line breaks. */
  readonly name: string;
  readonly type: string;
  readonly data: Buffer;
}

/** A body as it travels. */
export interface Encoded {
  readonly type: string;
  readonly data: Buffer;
}

/** Many are sent the same, so it is written once. */
const encodeJson = remember((body: object): Encoded => ({
  type: "application/json",
  data: Buffer.from(JSON.stringify(body)),
}));
const encodeForm = remember((body: object) => remember((file: File) => writeForm(body, file)));

/** JSON, or a form with a file of https://docs.discord.com/developers/reference#uploading-files. */
export function encode(body: object, file?: File): Encoded {
  return file === undefined ? encodeJson(body) : encodeForm(body)(file);
}

function writeForm(body: object, { name, type, data }: File): Encoded {
  const boundary = randomUUID();
  const part = (disposition: string, kind: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\ncontent-type: ${kind}\r\n\r\n`;
  const before = `${part('name="payload_json"', "application/json")}${JSON.stringify(body)}\r\n`;
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    data: Buffer.concat([
      Buffer.from(before + part(`name="files[0]"; filename="${name}"`, type)),
      data,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  };
}

/**
 * Options of the library's requests. Bodies are written here, since its own way with files ends in "action is not a
 * function" when another version of undici is loaded besides.
 */
export function bodyOf(body: object, file?: File) {
  const { type, data } = encode(body, file);
  return { body: data, passThroughBody: true, headers: { "content-type": type } };
}
