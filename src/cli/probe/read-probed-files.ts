import type { Problem } from "../../core/problem.ts";
import type { ReleaseFile, Releases } from "../../verify/releases.ts";
import { readPieces } from "../read-pieces.ts";

/** A file of the release with the hashes of its pieces, 32 bytes each; undefined where the release has none. */
export interface ProbedFile extends ReleaseFile {
  readonly pieceHashes: Uint8Array | undefined;
}

/** What came of reading the hashes. */
export interface ProbedFilesReading {
  readonly files: readonly ProbedFile[];
  readonly problems: readonly Problem[];
}

/** Reads the hashes of every piece of the release. */
export async function readProbedFiles(folder: string, { files }: Releases): Promise<ProbedFilesReading> {
  const readings = await Promise.all(files.map(async (file) => ({ file, reading: await readPieces(folder, file) })));
  return {
    files: readings.flatMap(({ file, reading }) =>
      "problem" in reading ? [] : [{ ...file, pieceHashes: reading.hashes }],
    ),
    problems: readings.flatMap(({ reading }) => ("problem" in reading ? [reading.problem] : [])),
  };
}
