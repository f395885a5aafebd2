import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import type { Problem } from "../core/problem.ts";
import { namePiecesFile } from "../ops/merge-releases.ts";
import type { ReleaseFile } from "../verify/releases.ts";
import { explainFile } from "./explain-file.ts";
import { readBounded } from "./read-bounded.ts";

/** The hashes of a file's pieces (undefined: the releases name none), or why they cannot be had. */
export type PiecesReading = { readonly hashes: Uint8Array | undefined } | { readonly problem: Problem };

const HASH_BYTES = 32;

/** Reads so many bytes as there must be; undefined where there are more or fewer, or there is a device or pipe, which may have no end. */
async function readWhole(handle: FileHandle, length: number): Promise<Buffer | undefined> {
  const facts = await handle.stat();
  if (!facts.isDirectory() && (!facts.isFile() || facts.size !== length)) return undefined;
  const bytes = await readBounded(handle, length);
  return bytes.length === length ? bytes : undefined;
}

/** Reads the hashes of a file's pieces from beside the releases, and holds them against what the releases say of them. */
export async function readPieces(folder: string, { path, size, pieces }: ReleaseFile): Promise<PiecesReading> {
  if (!pieces) return { hashes: undefined };
  const file = join(folder, namePiecesFile(path));
  try {
    // A pipe that nobody writes to would be waited for at opening already.
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    const length = Math.ceil(size / pieces.length) * HASH_BYTES;
    const hashes = await readWhole(handle, length).finally(() => handle.close());
    if (hashes && createHash("sha256").update(hashes).digest("hex") === pieces.sha256) return { hashes };
    const message = `must hold the piece hashes that releases.json names for ${path}, got others`;
    const cure = 'make both anew with "fairmirror release"';
    return { problem: { code: "wrong-pieces", file, pointer: "", message, cure } };
  } catch (error) {
    return { problem: explainFile(error, file, { isOfFolder: true }) };
  }
}
