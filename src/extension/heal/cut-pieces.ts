import { countPieces, type PieceList, placePiece } from "../../verify/piece-list.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** Cuts a stream into the pieces of a file. */
export interface PieceCutter {
  /** Takes the next bytes; gives the pieces that are whole by now, each in a buffer of its own. What comes after the file's end is let go. */
  readonly push: (chunk: Bytes) => readonly Bytes[];
}

interface State {
  readonly list: PieceList;
  /** Of the piece that is being filled. */
  index: number;
  filled: number;
  piece: Bytes | undefined;
}

/** Fills the piece; gives the bytes that are left. */
function fill(state: State, chunk: Bytes): Bytes {
  state.piece ??= new Uint8Array(placePiece(state.list, state.index).length);
  const part = chunk.subarray(0, state.piece.length - state.filled);
  state.piece.set(part, state.filled);
  state.filled += part.length;
  return chunk.subarray(part.length);
}

function takeWhole(state: State): readonly Bytes[] {
  const { piece, filled, index } = state;
  if (piece?.length !== filled) return [];
  Object.assign(state, { index: index + 1, filled: 0, piece: undefined });
  return [piece];
}

/** Makes a cutter for the pieces of a list, from the first one on. */
export function createPieceCutter(list: PieceList): PieceCutter {
  const count = countPieces(list);
  const state: State = { list, index: 0, filled: 0, piece: undefined };
  return {
    push: (chunk) => {
      const whole: Bytes[] = [];
      for (let rest = chunk; rest.length > 0 && state.index < count;) {
        rest = fill(state, rest);
        whole.push(...takeWhole(state));
      }
      return whole;
    },
  };
}
