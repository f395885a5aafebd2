import { createHash } from "node:crypto";
import { type FileHandle, open, stat } from "node:fs/promises";
import type { Problem } from "../../core/problem.ts";
import { explainFile } from "../explain-file.ts";

/** What one pass over a file gives. */
export interface FileHashes {
  /** In bytes. */
  readonly size: number;
  /** As hexadecimal digits. */
  readonly sha256: string;
  /** The SHA-256 of each piece, 32 bytes each, one after the other. */
  readonly pieces: Uint8Array;
}

/** How a file is hashed. */
export interface HashOptions {
  /** In bytes; the last piece may be shorter. */
  readonly pieceLength: number;
  /** Is told of the bytes that were read, piece by piece. */
  readonly onBytes: (count: number) => void;
}

/** The hashes, or why there are none. */
export type HashReading = { readonly hashes: FileHashes } | { readonly problem: Problem };

interface Facts {
  readonly size: bigint;
  readonly mtimeNs: bigint;
  readonly ino: bigint;
}

function fault(code: string, file: string, message: string, cure: string): { readonly problem: Problem } {
  return { problem: { code, file, pointer: "", message, cure } };
}

/** Fills a buffer, for a single read may give less. */
async function fillBuffer(handle: FileHandle, buffer: Buffer, position: number): Promise<Buffer> {
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, position + length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return buffer.subarray(0, length);
}

/** Reads the pieces one after another; while one is looked at, the next is on its way. Each is good until the next is asked for. */
async function* readPieces(handle: FileHandle, pieceLength: number): AsyncGenerator<Buffer> {
  let [current, spare] = [Buffer.allocUnsafe(pieceLength), Buffer.allocUnsafe(pieceLength)];
  let position = 0;
  let piece = await fillBuffer(handle, current, position);
  while (piece.length > 0) {
    position += piece.length;
    const next = fillBuffer(handle, spare, position);
    // A fault is met below; until then nobody waits for it.
    next.catch(() => undefined);
    yield piece;
    piece = await next;
    [current, spare] = [spare, current];
  }
}

async function hashPieces(handle: FileHandle, size: number, options: HashOptions): Promise<FileHashes> {
  const whole = createHash("sha256");
  const hashes: Buffer[] = [];
  let read = 0;
  for await (const piece of readPieces(handle, options.pieceLength)) {
    whole.update(piece);
    hashes.push(createHash("sha256").update(piece).digest());
    read += piece.length;
    options.onBytes(piece.length);
    // A file that grows while it is read might never end.
    if (read > size) break;
  }
  return { size: read, sha256: whole.digest("hex"), pieces: Buffer.concat(hashes) };
}

function isSame(one: Facts, other: Facts): boolean {
  return one.size === other.size && one.mtimeNs === other.mtimeNs && one.ino === other.ino;
}

async function hashOpened(handle: FileHandle, file: string, options: HashOptions): Promise<HashReading> {
  const before = await handle.stat({ bigint: true });
  if (before.size === 0n) return fault("empty-file", file, "must hold something, got 0 bytes", "build it anew");
  const hashes = await hashPieces(handle, Number(before.size), options);
  // By its path: another file may have taken its place.
  const after = await stat(file, { bigint: true });
  if (isSame(before, after) && BigInt(hashes.size) === before.size) return { hashes };
  return fault(
    "changed-file",
    file,
    "must stay as it is while it is read, got a change",
    "run it again when it is complete",
  );
}

/** Hashes a file of any size in one pass and constant memory. */
export async function hashFile(file: string, options: HashOptions): Promise<HashReading> {
  try {
    const facts = await stat(file);
    if (facts.isDirectory()) return fault("not-a-file", file, "must be a file, got a folder", "name the files in it");
    if (!facts.isFile()) return fault("not-a-file", file, "must be a file, got a device or pipe", "save it as a file");
    const handle = await open(file, "r");
    return await hashOpened(handle, file, options).finally(() => handle.close());
  } catch (error) {
    return { problem: explainFile(error, file) };
  }
}
