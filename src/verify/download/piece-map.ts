/** Which pieces of a file are still to be fetched, which are being fetched, and which are written and checked. */
export interface PieceMap {
  /** Pieces that nobody fetches. */
  readonly countOpen: () => number;
  /** Pieces that are not checked, whether somebody fetches them or not. */
  readonly countMissing: () => number;
  /** Takes the first open pieces that follow each other, at most so many; undefined when none is open. */
  readonly takeRun: (most: number) => Run | undefined;
  /** Takes one piece; false when it is not open. */
  readonly takePiece: (index: number) => boolean;
  /** Lets others fetch what was taken and not checked. */
  readonly giveBack: (run: Run) => void;
  /** Notes that a piece that was taken is written and checked. */
  readonly check: (index: number) => void;
  readonly isChecked: (index: number) => boolean;
  /** Finds the first open piece at or after an index. */
  readonly findOpen: (from: number) => number | undefined;
}

/** Pieces in a row, from `first` up to but without `end`. */
export interface Run {
  readonly first: number;
  readonly end: number;
}

const OPEN = 0;
const TAKEN = 1;
const CHECKED = 2;

function readStates(count: number, checked: Iterable<number>): Uint8Array {
  const states = new Uint8Array(count);
  for (const index of checked) {
    if (!Number.isInteger(index) || index < 0 || index >= count)
      throw new RangeError(`a checked piece must be an integer from 0 to ${count - 1}, got ${index}`);
    states[index] = CHECKED;
  }
  return states;
}

/** Makes the map of a file with so many pieces, of which some are checked from before. Throws a RangeError for a piece that the file does not have. */
export function createPieceMap(count: number, checked: Iterable<number> = []): PieceMap {
  const states = readStates(count, checked);
  const tally = [OPEN, TAKEN, CHECKED].map((state) => states.filter((other) => other === state).length);
  const add = (state: number, change: number): void => void (tally[state] = (tally[state] ?? 0) + change);
  const mark = (index: number, state: number): void => {
    add(states[index] ?? CHECKED, -1);
    add(state, 1);
    states[index] = state;
  };
  const findOpen = (from: number): number | undefined => {
    const index = states.indexOf(OPEN, from);
    return index < 0 ? undefined : index;
  };
  const takePiece = (index: number): boolean => {
    if (states[index] !== OPEN) return false;
    mark(index, TAKEN);
    return true;
  };
  const takeRun = (most: number): Run | undefined => {
    const first = findOpen(0);
    if (first === undefined) return undefined;
    let end = first;
    while (end < first + most && takePiece(end)) end += 1;
    return { first, end };
  };
  const giveBack = ({ first, end }: Run): void => {
    for (let index = first; index < end; index++) if (states[index] === TAKEN) mark(index, OPEN);
  };
  return {
    countOpen: () => tally[OPEN] ?? 0,
    countMissing: () => count - (tally[CHECKED] ?? 0),
    takeRun,
    takePiece,
    giveBack,
    check: (index) => mark(index, CHECKED),
    isChecked: (index) => states[index] === CHECKED,
    findOpen,
  };
}
