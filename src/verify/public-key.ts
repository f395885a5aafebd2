import { findBytes, renderBase64 } from "./base64.ts";
import { joinBytes } from "./join-bytes.ts";
import {
  describeBytes,
  ED25519,
  HEAD_BYTES,
  readAlgorithm,
  type Reading,
  splitLines,
  UNTRUSTED_COMMENT,
} from "./minisign.ts";
import { renderHex } from "./render-hex.ts";

/** A public key and the number that tells it from others. */
export interface PublicKey {
  /** 8 bytes. */
  readonly keyId: Uint8Array;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

const KEY_BYTES = HEAD_BYTES + 32;

/** Renders a key's number as minisign prints it: hexadecimal, the last byte first. */
export function renderKeyId(keyId: Uint8Array): string {
  return renderHex(Uint8Array.from(keyId).reverse()).toUpperCase();
}

/** Reads a public key: the two lines of its file, or the second of them alone. */
export function readPublicKey(text: string, file: string): Reading<PublicKey> {
  const [first = "", second] = splitLines(text);
  const bytes = findBytes(first.startsWith(UNTRUSTED_COMMENT) ? second : first);
  if (bytes?.length === KEY_BYTES && readAlgorithm(bytes) === "Ed")
    return { value: { keyId: bytes.slice(2, HEAD_BYTES), key: bytes.slice(HEAD_BYTES) } };
  const message = `must be a minisign public key of ${KEY_BYTES} bytes, got ${describeBytes(bytes)}`;
  const cure = 'name the .pub file, or give the line in it that begins with "RW"';
  return { problem: { code: "bad-public-key", file, pointer: "", message, cure } };
}

/** Renders a public key as the one line that people pass on. */
export function renderKeyLine({ keyId, key }: PublicKey): string {
  return renderBase64(joinBytes(ED25519, keyId, key));
}

/** Renders the file of a public key. */
export function renderPublicKey(key: PublicKey): string {
  return `${UNTRUSTED_COMMENT}minisign public key ${renderKeyId(key.keyId)}\n${renderKeyLine(key)}\n`;
}
