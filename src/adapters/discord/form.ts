import { randomUUID } from "node:crypto";

export interface File {
  /** Without quotation marks or line breaks. */
  readonly name: string;
  readonly type: string;
  readonly data: Buffer;
}

/**
 * Options of a request with files, of https://docs.discord.com/developers/reference#uploading-files. Written here, since
 * the library's own way ends in "action is not a function" when another version of undici is loaded besides.
 */
export function withFiles(body: object, files: readonly File[]) {
  if (files.length === 0) return { body };
  const boundary = randomUUID();
  const part = (disposition: string, type: string, data: Buffer | string): readonly (Buffer | string)[] => [
    `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\ncontent-type: ${type}\r\n\r\n`,
    data,
    "\r\n",
  ];
  const parts = [
    ...part('name="payload_json"', "application/json", JSON.stringify(body)),
    ...files.flatMap(({ name, type, data }, index) =>
      part(`name="files[${index}]"; filename="${name}"`, type, data),
    ),
    `--${boundary}--\r\n`,
  ];
  return {
    body: Buffer.concat(parts.map((one) => (typeof one === "string" ? Buffer.from(one) : one))),
    passThroughBody: true,
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
  };
}
