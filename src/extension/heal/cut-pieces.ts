import { countPieces, type PieceList, placePiece } from "../../verify/piece-list.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** Cuts a stream into the pieces of a file. */
export interface PieceCutter {
  /** Takes the next bytes; gives the pieces that are whole by now, each in a buffer of its own. What comes after the file's end is let go. */
  readonly push: (chunk: Bytes) => readonly Bytes[];
}

/** Makes a cutter for the pieces of a list, from the first one on. */
export function createPieceCutter(list: PieceList): PieceCutter {
  const count = countPieces(list);
  let [index, filled] = [0, 0];
  let piece: Bytes | undefined;
  const fill = (chunk: Bytes): Bytes => {
    piece ??= new Uint8Array(placePiece(list, index).length);
    const part = chunk.subarray(0, piece.length - filled);
    piece.set(part, filled);
    filled += part.length;
    return chunk.subarray(part.length);
  };
  const take = (): readonly Bytes[] => {
    if (piece?.length !== filled) return [];
    const whole = piece;
    [piece, filled, index] = [undefined, 0, index + 1];
    return [whole];
  };
  const push = (chunk: Bytes): readonly Bytes[] => {
    const whole: Bytes[] = [];
    for (let rest = chunk; rest.length > 0 && index < count;) {
      rest = fill(rest);
      whole.push(...take());
    }
    return whole;
  };
  return { push };
}
