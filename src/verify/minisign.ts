/**
 * The formats of minisign's public keys and signatures (https://jedisct1.github.io/minisign/): layout only, no cryptography.
 *
 * @module
 */
import type { Problem } from "../core/problem.ts";
import { findBytes, renderBase64 } from "./base64.ts";
import { joinBytes } from "./join-bytes.ts";
import { renderHex } from "./render-hex.ts";

/** What is signed: "Ed" the file itself, "ED" its BLAKE2b-512. */
export type SignatureAlgorithm = "Ed" | "ED";

/** A public key and the number that tells it from others. */
export interface PublicKey {
  /** 8 bytes. */
  readonly keyId: Uint8Array;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

/** A signature over a file, and one over that signature and the trusted comment. */
export interface Signature {
  readonly algorithm: SignatureAlgorithm;
  readonly keyId: Uint8Array;
  /** 64 bytes. */
  readonly signature: Uint8Array;
  /** One line; empty in a signature by signify. */
  readonly trustedComment: string;
  /** 64 bytes; none in a signature by signify, which knows no trusted comment. */
  readonly globalSignature: Uint8Array;
}

/** What was read out of a text, or what is wrong with it. */
export type Reading<T> = { readonly value: T } | { readonly problem: Problem };

/** What the first line of every file begins with; minisign insists on it. */
export const UNTRUSTED_COMMENT = "untrusted comment: ";

/** The two letters that stand for Ed25519. */
export const ED25519 = new TextEncoder().encode("Ed");

/** What signify begins with; minisign cut short does not. */
const SIGNIFY_COMMENT = `${UNTRUSTED_COMMENT}verify with `;

const TRUSTED_COMMENT = "trusted comment: ";
const HEAD_BYTES = 10;
const KEY_BYTES = HEAD_BYTES + 32;
const SIGNED_BYTES = HEAD_BYTES + 64;
const GLOBAL_BYTES = 64;

function describe(bytes: Uint8Array | undefined): string {
  return bytes ? `${bytes.length} bytes` : "no base64";
}

/** Gives the first two bytes as letters. */
function readAlgorithm(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 2));
}

/** Gives the lines of a text; what follows the last word does not count. */
export function splitLines(text: string): readonly string[] {
  return text.trimEnd().split(/\r?\n/);
}

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
  const message = `must be a minisign public key of ${KEY_BYTES} bytes, got ${describe(bytes)}`;
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

/** Tells whether these are the lines of a signature by OpenBSD's signify: two, of the same layout as minisign's first. */
function isSignify(lines: readonly string[]): boolean {
  return lines.length === 2 && lines[0]?.startsWith(SIGNIFY_COMMENT) === true;
}

function findFault(lines: readonly string[]): string | undefined {
  const [untrusted = "", body, trusted, last] = lines;
  if (!untrusted.startsWith(UNTRUSTED_COMMENT)) return `must begin with "${UNTRUSTED_COMMENT}"`;
  const bytes = findBytes(body);
  if (bytes?.length !== SIGNED_BYTES) return `must have ${SIGNED_BYTES} bytes in line 2, got ${describe(bytes)}`;
  if (!/^E[dD]$/.test(readAlgorithm(bytes))) return `must be an Ed25519 signature, got another kind`;
  if (isSignify(lines)) return undefined;
  if (!trusted?.startsWith(TRUSTED_COMMENT)) return `must have "${TRUSTED_COMMENT}" in line 3`;
  const end = findBytes(last);
  return end?.length === GLOBAL_BYTES ? undefined : `must have ${GLOBAL_BYTES} bytes in line 4, got ${describe(end)}`;
}

/** Reads a signature by minisign: four lines, of which the second and the last are base64; or by signify: the first two of them. */
export function readSignature(text: string, file: string): Reading<Signature> {
  const lines = splitLines(text);
  const isShort = lines.length < 4 && !isSignify(lines);
  const message = isShort ? `must have 4 lines, got ${lines.length}: its end is missing` : findFault(lines);
  const code = isShort ? "truncated-signature" : "bad-signature-file";
  const cure = "fetch the signature again, or have the file signed anew";
  if (message !== undefined) return { problem: { code, file, pointer: "", message, cure } };
  const [body = new Uint8Array(), globalSignature = new Uint8Array()] = [findBytes(lines[1]), findBytes(lines[3])];
  return {
    value: {
      algorithm: readAlgorithm(body) as SignatureAlgorithm,
      keyId: body.slice(2, HEAD_BYTES),
      signature: body.slice(HEAD_BYTES),
      trustedComment: (lines[2] ?? "").slice(TRUSTED_COMMENT.length),
      globalSignature,
    },
  };
}

/** Renders the file of a signature. */
export function renderSignature({ algorithm, keyId, signature, trustedComment, globalSignature }: Signature): string {
  const body = joinBytes(new TextEncoder().encode(algorithm), keyId, signature);
  return [
    `${UNTRUSTED_COMMENT}signature by key ${renderKeyId(keyId)}`,
    renderBase64(body),
    TRUSTED_COMMENT + trustedComment,
    `${renderBase64(globalSignature)}\n`,
  ].join("\n");
}
