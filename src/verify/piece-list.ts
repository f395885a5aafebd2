/** What is known of a file before its bytes are there: its size, and the SHA-256 of each of its pieces. */
export interface PieceList {
  /** The size of the whole file in bytes. */
  readonly size: number;
  /** The length of each piece in bytes; the last may be shorter. */
  readonly length: number;
  /** 32 bytes a piece, one after the other. */
  readonly hashes: Uint8Array;
}

/** Gives the SHA-256 of some bytes: WebCrypto's, or any other. It has copied the bytes when it returns, before its promise is kept. */
export type Digest = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;

/** The bytes of a SHA-256. */
export const HASH_BYTES = 32;

/** Gives how many pieces a file has. */
export function countPieces({ size, length }: Pick<PieceList, "size" | "length">): number {
  return Math.ceil(size / length);
}

/** Gives the numbers of a file's pieces for which something holds. */
export function selectPieces(list: PieceList, isWanted: (index: number) => boolean): number[] {
  return Array.from({ length: countPieces(list) }, (_, index) => index).filter(isWanted);
}

/** Gives where a piece begins in the file, and its length, both in bytes. */
export function placePiece(
  { size, length }: PieceList,
  index: number,
): { readonly start: number; readonly length: number } {
  const start = index * length;
  return { start, length: Math.max(Math.min(length, size - start), 0) };
}

/** Gives how many bytes some pieces have together. */
export function measurePieces(list: PieceList, pieces: readonly number[]): number {
  return pieces.reduce((sum, index) => sum + placePiece(list, index).length, 0);
}

/** Tells whether a hash is the one that a piece must have. */
export function isHashOf({ hashes }: PieceList, index: number, hash: Uint8Array): boolean {
  const expected = hashes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES);
  return (
    expected.length === HASH_BYTES && hash.length === HASH_BYTES && expected.every((byte, at) => byte === hash[at])
  );
}
