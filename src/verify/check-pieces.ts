import { countPieces, type Digest, isHashOf, type PieceList } from "./piece-list.ts";
import { readPieces } from "./read-pieces.ts";

/** What part of a file is checked, and how. */
export interface PieceCheck {
  /** The first piece, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Goes on after a bad piece, to find them all. */
  readonly every: boolean;
  readonly digest: Digest;
  /** Is told of the bytes that were checked, piece by piece. */
  readonly onBytes: (count: number) => void;
}

/**
 * Gives the pieces of a file that are not as they must be, by their numbers: the first, or every one. A file that is shorter than the
 * list says has bad pieces at its end. Rejects with what the file's reader says when it cannot be read.
 */
export async function checkPieces(
  file: Blob,
  list: PieceList,
  { from, to, every, digest, onBytes }: PieceCheck,
): Promise<readonly number[]> {
  const bad: number[] = [];
  let index = from;
  let judged = Promise.resolve();
  for await (const piece of readPieces(file.slice(from * list.length, to * list.length), list.length)) {
    const [at, { length }] = [index++, piece];
    const hash = digest(piece);
    // While one piece is hashed the next is read, but no more than one.
    await judged;
    judged = hash.then((sum) => {
      if (!isHashOf(list, at, sum)) bad.push(at);
      onBytes(length);
    });
    if (bad.length > 0 && !every) break;
  }
  await judged;
  const last = Math.min(to, countPieces(list));
  for (; index < last && (every || bad.length === 0); index++) bad.push(index);
  return bad;
}
