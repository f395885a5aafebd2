import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Problem } from "../../core/problem.ts";
import { namePiecesFile } from "../../ops/merge-releases.ts";
import type { ReleaseFile } from "../../verify/releases.ts";
import { startByteProgress } from "./byte-progress.ts";
import { nameFile } from "./check-release-names.ts";
import { hashFile } from "./hash-file.ts";
import type { Host } from "../host.ts";

/** What was measured of a file: its entry in the releases, and the hashes of its pieces. */
export interface Measured {
  readonly entry: ReleaseFile;
  /** Where the hashes are to lie. */
  readonly piecesFile: string;
  readonly hashes: Uint8Array;
}

/** Where the files are to be found: for visitors, and the hashes for the build. */
export interface ReleasePlaces {
  readonly base: string;
  readonly mirrors: string;
}

/** How many bytes have a hash of their own: 1 MiB. */
const PIECE_BYTES = 2 ** 20;

async function findSize(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

async function measureFile(file: string, { base, mirrors }: ReleasePlaces, host: Host): Promise<Measured | Problem> {
  const progress = startByteProgress(nameFile(file), await findSize(file), host);
  const reading = await hashFile(file, { pieceLength: PIECE_BYTES, onBytes: progress.add });
  progress.stop();
  if ("problem" in reading) return reading.problem;
  const { pieces: hashes, ...facts } = reading.hashes;
  const pieces = { length: PIECE_BYTES, sha256: createHash("sha256").update(hashes).digest("hex") };
  const path = base + nameFile(file);
  return { entry: { path, ...facts, pieces }, piecesFile: join(mirrors, namePiecesFile(path)), hashes };
}

/** Measures files one after the other, with a progress line each: reading two at once is no faster. */
export async function measureRelease(
  files: readonly string[],
  places: ReleasePlaces,
  host: Host,
): Promise<{ readonly measured: readonly Measured[]; readonly problems: readonly Problem[] }> {
  const measured: Measured[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const result = await measureFile(file, places, host);
    if ("code" in result) problems.push(result);
    else measured.push(result);
  }
  return { measured, problems };
}
