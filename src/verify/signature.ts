import { findBytes, renderBase64 } from "./base64.ts";
import { joinBytes } from "./join-bytes.ts";
import { describeBytes, HEAD_BYTES, readAlgorithm, type Reading, splitLines, UNTRUSTED_COMMENT } from "./minisign.ts";
import { renderKeyId } from "./public-key.ts";

/** What is signed: "Ed" the file itself, "ED" its BLAKE2b-512. */
export type SignatureAlgorithm = "Ed" | "ED";

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

/** What signify begins with; minisign cut short does not. */
const SIGNIFY_COMMENT = `${UNTRUSTED_COMMENT}verify with `;

const TRUSTED_COMMENT = "trusted comment: ";
const SIGNED_BYTES = HEAD_BYTES + 64;
const GLOBAL_BYTES = 64;

/** Tells whether these are the lines of a signature by OpenBSD's signify: two, of the same layout as minisign's first. */
function isSignify(lines: readonly string[]): boolean {
  return lines.length === 2 && lines[0]?.startsWith(SIGNIFY_COMMENT) === true;
}

function findFault(lines: readonly string[]): string | undefined {
  const [untrusted = "", body, trusted, last] = lines;
  if (!untrusted.startsWith(UNTRUSTED_COMMENT)) return `must begin with "${UNTRUSTED_COMMENT}"`;
  const bytes = findBytes(body);
  if (bytes?.length !== SIGNED_BYTES) return `must have ${SIGNED_BYTES} bytes in line 2, got ${describeBytes(bytes)}`;
  if (!/^E[dD]$/.test(readAlgorithm(bytes))) return `must be an Ed25519 signature, got another kind`;
  if (isSignify(lines)) return undefined;
  if (!trusted?.startsWith(TRUSTED_COMMENT)) return `must have "${TRUSTED_COMMENT}" in line 3`;
  const end = findBytes(last);
  return end?.length === GLOBAL_BYTES
    ? undefined
    : `must have ${GLOBAL_BYTES} bytes in line 4, got ${describeBytes(end)}`;
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
