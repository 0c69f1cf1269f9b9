import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Keys } from "./keys.ts";

/** Encrypts what is kept. What was sealed for one purpose cannot be opened for another. */
export interface Vault {
  seal(text: string, purpose: string): string;
  /** @throws {Error} with a sentence for the operator when its key is not there, or when it was changed. */
  open(sealed: string, purpose: string): string;
  /** Whether it was sealed with the newest key. */
  isFresh(sealed: string): boolean;
}

const algorithm = "aes-256-gcm";
/** As NIST SP 800-38D recommends, in bytes. */
const [nonceBytes, tagBytes] = [12, 16];

/** Each is "id.base64 of nonce, tag and ciphertext". */
export function createVault(keys: Keys): Vault {
  const [newest] = keys;
  return {
    seal(text, purpose) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, newest.bytes, nonce).setAAD(Buffer.from(purpose));
      const hidden = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return `${newest.id}.${Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString("base64")}`;
    },
    open(sealed, purpose) {
      const [id = "", base64 = ""] = sealed.split(".", 2);
      const key = keys.find((one) => one.id === id);
      if (key === undefined)
        throw new Error(
          `STORE_KEYS: the store was encrypted with the key "${id}", which is not among them; add it behind the newest.`,
        );
      const bytes = Buffer.from(base64, "base64");
      try {
        const decipher = createDecipheriv(algorithm, key.bytes, bytes.subarray(0, nonceBytes), {
          authTagLength: tagBytes,
        })
          .setAAD(Buffer.from(purpose))
          .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
        return (
          decipher.update(bytes.subarray(nonceBytes + tagBytes), undefined, "utf8") + decipher.final("utf8")
        );
      } catch (error) {
        throw new Error(
          `STORE_KEYS: the key "${id}" is not the one that the store was encrypted with; give that one.`,
          { cause: error },
        );
      }
    },
    isFresh: (sealed) => sealed.startsWith(`${newest.id}.`),
  };
}
