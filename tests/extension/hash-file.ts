import { createHash } from "node:crypto";

/** Gives the SHA-256 of a file's bytes. */
export function hashFile(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
