import { batchBytes } from "./batch-bytes.ts";
import { checkPieces } from "./check-pieces.ts";
import { digestBytes, hasSum } from "./check-sum.ts";
import type { PieceList } from "./piece-list.ts";

/** What a file must be: piece by piece, or by the SHA-256 of the whole where the list names no pieces. */
export type Expected = PieceList | { readonly sha256: string };

/** A part of the work, as it is given to a worker. */
export interface CheckJob {
  readonly file: Blob;
  readonly expected: Expected;
  /** The first piece, and the one after the last; they mean nothing for a whole sum. */
  readonly from: number;
  readonly to: number;
  readonly every: boolean;
}

/** What a worker says: how many bytes it has checked since it last said so; in the end, what is bad, or why it could not read. */
export type CheckReport =
  { readonly bytes: number } | { readonly bad: readonly number[] } | { readonly unreadable: string };

async function findBad(
  { file, expected, from, to, every }: CheckJob,
  onBytes: (count: number) => void,
): Promise<readonly number[]> {
  if ("sha256" in expected) return (await hasSum(file, expected.sha256, onBytes)) ? [] : [0];
  return checkPieces(file, expected, { from, to, every, digest: digestBytes, onBytes });
}

/** Does a part of the work and tells how it goes. Never rejects: a file that cannot be read is one of the outcomes. */
export async function runCheckJob(
  job: CheckJob,
  tell: (report: CheckReport) => void,
  now: () => number,
): Promise<void> {
  try {
    tell({
      bad: await findBad(
        job,
        batchBytes((bytes) => tell({ bytes }), now),
      ),
    });
  } catch (error) {
    tell({ unreadable: error instanceof Error ? error.name : String(error) });
  }
}
