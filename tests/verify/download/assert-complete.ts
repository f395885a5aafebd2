import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import type { DownloadOutcome } from "../../../src/verify/download/download-outcome.ts";
import type { SampleFile } from "./sample-file.ts";
import type { WatchedRequest } from "./watch-request.ts";

function hashBytes(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Checks that a download has ended with the right file, and broke no promise on the way. */
export function assertComplete(
  { outcome, file, broken }: WatchedRequest & { readonly outcome: DownloadOutcome },
  { bytes }: SampleFile,
): void {
  assert.deepEqual(broken, []);
  assert.equal(outcome.kind, "complete", JSON.stringify(outcome));
  assert.equal(hashBytes(file), hashBytes(bytes));
}
