import { type Digest, isHashOf, type PieceList, placePiece } from "../piece-list.ts";
import type { Sink } from "./download-request.ts";

/** What a sink is made of. */
export interface SinkTools {
  readonly list: PieceList;
  readonly digest: Digest;
  /** Writes bytes at a position of the file, and gives their buffer back. Rejects when the place can't be written. */
  readonly write: (position: number, bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>;
}

/** Makes the sink of a file: what it writes has the SHA-256 that the list names, always. */
export function createSink({ list, digest, write }: SinkTools): Sink {
  return {
    keep: async (index, bytes) => {
      const isRight = isHashOf(list, index, await digest(bytes));
      return { isRight, buffer: isRight ? await write(placePiece(list, index).start, bytes) : bytes.buffer };
    },
  };
}
