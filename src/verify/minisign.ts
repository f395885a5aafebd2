/**
 * What the files of minisign have in common (https://jedisct1.github.io/minisign/): layout only, no cryptography.
 *
 * @module
 */
import type { Problem } from "../core/problem.ts";

/** What was read out of a text, or what is wrong with it. */
export type Reading<T> = { readonly value: T } | { readonly problem: Problem };

/** What the first line of every file begins with; minisign insists on it. */
export const UNTRUSTED_COMMENT = "untrusted comment: ";

/** The two letters that stand for Ed25519. */
export const ED25519 = new TextEncoder().encode("Ed");

/** How many bytes come before a key or a signature: two letters, and the key's number. */
export const HEAD_BYTES = 10;

/** Tells in words how many bytes a line stood for. */
export function describeBytes(bytes: Uint8Array | undefined): string {
  return bytes ? `${bytes.length} bytes` : "no base64";
}

/** Gives the first two bytes as letters: what kind of key or signature it is. */
export function readAlgorithm(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 2));
}

/** Gives the lines of a text; what follows the last word does not count. */
export function splitLines(text: string): readonly string[] {
  return text.trimEnd().split(/\r?\n/);
}
