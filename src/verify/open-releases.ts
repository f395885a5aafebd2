import { blake2b } from "@noble/hashes/blake2.js";
import type { Problem } from "../core/problem.ts";
import { checkSignature } from "./check-signature.ts";
import type { PublicKey } from "./public-key.ts";
import { readSignature } from "./signature.ts";
import { readReleases, type ReleasesReading } from "./read-releases.ts";
import type { Releases } from "./releases.ts";
import { verifyEd25519 } from "./verify-ed25519.ts";

/** A list as it came from outside, and what is known of it. */
export interface ReleasesToOpen {
  /** What was fetched, byte by byte as it was signed. */
  readonly bytes: Uint8Array;
  /** The text of its `.minisig` file. */
  readonly signature: string;
  readonly publicKey: PublicKey;
  /** What messages call the list. */
  readonly file: string;
  /** The `generated` of the newest list that was seen. */
  readonly seen?: string | undefined;
  readonly now: Date;
}

async function findForgery({ bytes, signature: text, publicKey, file }: ReleasesToOpen): Promise<Problem[]> {
  const reading = readSignature(text, `${file}.minisig`);
  if ("problem" in reading) return [reading.problem];
  return checkSignature(reading.value, {
    publicKey,
    file,
    readMessage: (algorithm) => Promise.resolve(algorithm === "Ed" ? bytes : blake2b(bytes, { dkLen: 64 })),
    isRight: verifyEd25519,
  });
}

/** Gives what the bytes of a list say; undefined when that is no JSON in UTF-8. */
export function parseList(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function findAge({ generated = "", expires }: Releases, { file, seen, now }: ReleasesToOpen): Problem | undefined {
  // A list that names no time is older than any that does.
  if (seen !== undefined && !(Date.parse(generated) >= Date.parse(seen))) {
    const message = `must be at least as new as the list of ${seen} that was seen before, got ${generated || "no time"}`;
    const cure = "do not use it: somebody may be holding the newer one back";
    return { code: "rolled-back", file, pointer: "/generated", message, cure };
  }
  if (expires === undefined || Date.parse(expires) >= now.getTime()) return undefined;
  const message = `must be renewed before it expires, got a list that was good until ${expires}`;
  return {
    code: "expired",
    file,
    pointer: "/expires",
    message,
    cure: "ask for a newer one; the files in it are right",
  };
}

/**
 * Opens a signed list: the signature first, then the list, then its age. A list that is not signed by the key, or is older than one
 * that was seen, is refused; one that has expired is given with the problem "expired". Never throws. The codes: "wrong-key",
 * "tampered-file", "tampered-comment", "truncated-signature", "bad-signature-file", "rolled-back", "expired", and those of
 * `readReleases`.
 */
export async function openReleases(list: ReleasesToOpen): Promise<ReleasesReading> {
  const forgery = await findForgery(list);
  if (forgery.length > 0) return { releases: undefined, problems: forgery };
  const reading = readReleases(parseList(list.bytes), list.file);
  const age = reading.releases && findAge(reading.releases, list);
  const problems = age ? [...reading.problems, age] : reading.problems;
  return { releases: age?.code === "rolled-back" ? undefined : reading.releases, problems };
}
