import { createHash } from "node:crypto";
import { signMessage } from "../../src/cli/sign/minisign-crypto.ts";
import { renderSignature } from "../../src/verify/signature.ts";
import type { PieceList } from "../../src/verify/piece-list.ts";
import type { SecretKey } from "../../src/verify/secret-key.ts";
import type { SampleFile } from "../verify/download/sample-file.ts";

/** The offered file of the lab's release. */
export const OFFERED = "os/1.0/lab-os-1.0.img";

/** Another file of the release, of which no pieces are named. */
export const OTHER = "os/1.0/lab-os-1.0.txt";

/** The content of the other file. */
export const OTHER_TEXT = "what is new in 1.0\n";

function hash(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** What is published of the offered file. */
export interface OfferedFile {
  readonly size: number;
  /** Of the whole, in hexadecimal digits. */
  readonly sha256: string;
  readonly list: PieceList;
}

/** Gives what a site publishes of a release that offers a file: its list, signed, and the hashes of the pieces; by path. */
export function publishFile(
  { size, sha256, list }: OfferedFile,
  secretKey: SecretKey,
  generated = "2026-11-01T00:00:00Z",
): Map<string, Uint8Array> {
  const pieces = { length: list.length, sha256: hash(list.hashes) };
  const files = [
    { path: OFFERED, size, sha256, pieces },
    { path: OTHER, size: OTHER_TEXT.length, sha256: hash(Buffer.from(OTHER_TEXT)) },
  ];
  const text = Buffer.from(JSON.stringify({ version: 1, generated, files }));
  const signature = signMessage(text, { secretKey, algorithm: "Ed", trustedComment: "lab" });
  return new Map<string, Uint8Array>([
    ["/releases.json", text],
    ["/releases.json.minisig", Buffer.from(renderSignature(signature))],
    ["/lab-os-1.0.img.pieces", list.hashes],
  ]);
}

/** Gives what a site publishes of a release that offers a sample file. */
export function publishRelease(
  { bytes, list }: SampleFile,
  secretKey: SecretKey,
  generated?: string,
): Map<string, Uint8Array> {
  return publishFile({ size: bytes.length, sha256: hash(bytes), list }, secretKey, generated);
}
