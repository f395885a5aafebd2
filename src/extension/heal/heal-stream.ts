import type { Run } from "../../verify/download/piece-map.ts";
import { countPieces, type Digest, isHashOf, type PieceList } from "../../verify/piece-list.ts";
import { createPieceCutter } from "./cut-pieces.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** What a stream is healed with. */
export interface StreamHealing {
  readonly list: PieceList;
  readonly digest: Digest;
  /** Fetches pieces in a row from elsewhere, each of them right; undefined when one cannot be had. */
  readonly fetchPieces: (run: Run) => Promise<readonly Bytes[] | undefined>;
  /** Takes right bytes, one piece after the other. */
  readonly write: (bytes: Bytes) => void;
  /** Is told how many pieces of the stream wait for their turn, so that the stream can be held up. */
  readonly onWaiting: (pieces: number) => void;
  /** Is told of a piece that was written, and whether the stream brought it. */
  readonly onPiece: (index: number, origin: "stream" | "elsewhere") => void;
  /** Is told of a piece that the stream brought wrong. */
  readonly onBad: (index: number) => void;
  /** Is told, once, that the stream need not be waited for: the rest is better fetched elsewhere, or can be had from nowhere; `end` sees which. */
  readonly onUseless: () => void;
}

/** A stream that is checked and mended while it passes. */
export interface StreamHealer {
  /** Takes the next bytes of the stream. */
  readonly push: (chunk: Bytes) => void;
  /**
   * Says that no more is wanted, whether all has come or not: what is missing is fetched. A second time changes nothing. Gives whether the whole file was written;
   * if not, what was written is a right beginning of it.
   */
  readonly end: () => Promise<boolean>;
}

/** So many bad pieces are a mirror that has another file, or lies: each costs a request to another one. */
const MOST_BAD = 3;

/** The most that is fetched before it is written: it is held in memory. */
const WINDOW_BYTES = 2 ** 25;

interface State {
  readonly healing: StreamHealing;
  /** The piece that is written next. */
  next: number;
  waiting: number;
  bad: number;
  /** A piece could be had from nowhere. */
  isLost: boolean;
}

function writePiece(state: State, bytes: Bytes, origin: "stream" | "elsewhere"): void {
  state.healing.write(bytes);
  state.healing.onPiece(state.next, origin);
  state.next += 1;
}

async function fetchRun(state: State, end: number): Promise<void> {
  const pieces = await state.healing.fetchPieces({ first: state.next, end });
  state.isLost = !pieces;
  for (const piece of pieces ?? []) writePiece(state, piece, "elsewhere");
}

function isOver({ isLost, bad }: State): boolean {
  return isLost || bad >= MOST_BAD;
}

/** Mends a piece that came wrong, if it is worth it. */
async function mendPiece(state: State): Promise<void> {
  state.bad += 1;
  state.healing.onBad(state.next);
  if (state.bad < MOST_BAD) await fetchRun(state, state.next + 1);
  if (isOver(state)) state.healing.onUseless();
}

async function takePiece(state: State, bytes: Bytes): Promise<void> {
  const { list, digest, onWaiting } = state.healing;
  if (!isOver(state)) {
    if (isHashOf(list, state.next, await digest(bytes))) writePiece(state, bytes, "stream");
    else await mendPiece(state);
  }
  state.waiting -= 1;
  onWaiting(state.waiting);
}

async function fetchRest(state: State): Promise<boolean> {
  const { list } = state.healing;
  const [count, window] = [countPieces(list), Math.max(Math.floor(WINDOW_BYTES / list.length), 1)];
  while (state.next < count && !state.isLost) await fetchRun(state, Math.min(state.next + window, count));
  return !state.isLost;
}

/** Makes a healer: what it writes is the file, piece by piece, whatever the stream brings. */
export function createStreamHealer(healing: StreamHealing): StreamHealer {
  const cutter = createPieceCutter(healing.list);
  const state: State = { healing, next: 0, waiting: 0, bad: 0, isLost: false };
  let work = Promise.resolve();
  let ending: Promise<boolean> | undefined;
  const push = (chunk: Bytes): void => {
    if (ending) return;
    const pieces = cutter.push(chunk);
    state.waiting += pieces.length;
    if (pieces.length > 0) healing.onWaiting(state.waiting);
    for (const piece of pieces) work = work.then(() => takePiece(state, piece));
  };
  return { push, end: () => (ending ??= work.then(() => fetchRest(state))) };
}
