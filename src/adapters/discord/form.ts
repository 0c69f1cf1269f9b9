import { randomUUID } from "node:crypto";

export interface File {
  /** Without quotation marks or line breaks. */
  readonly name: string;
  readonly type: string;
  readonly data: Buffer;
}

/** A body as it travels: JSON, or a form with files of https://docs.discord.com/developers/reference#uploading-files. */
export function encode(
  body: object,
  files: readonly File[],
): { readonly type: string; readonly data: Buffer } {
  const json = JSON.stringify(body);
  if (files.length === 0) return { type: "application/json", data: Buffer.from(json) };
  const boundary = randomUUID();
  const part = (disposition: string, type: string, data: Buffer | string): readonly (Buffer | string)[] => [
    `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\ncontent-type: ${type}\r\n\r\n`,
    data,
    "\r\n",
  ];
  const parts = [
    ...part('name="payload_json"', "application/json", json),
    ...files.flatMap(({ name, type, data }, index) =>
      part(`name="files[${index}]"; filename="${name}"`, type, data),
    ),
    `--${boundary}--\r\n`,
  ];
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    data: Buffer.concat(parts.map((one) => (typeof one === "string" ? Buffer.from(one) : one))),
  };
}

/**
 * Options of the library's requests. Forms are written here, since its own way ends in "action is not a function" when
 * another version of undici is loaded besides.
 */
export function withFiles(body: object, files: readonly File[]) {
  if (files.length === 0) return { body };
  const { type, data } = encode(body, files);
  return { body: data, passThroughBody: true, headers: { "content-type": type } };
}
