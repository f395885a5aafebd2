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

/** The state of each piece, and how many are in each. */
interface Marks {
  readonly states: Uint8Array;
  readonly tally: Record<number, number>;
}

function countMarks({ tally }: Marks, state: number): number {
  return tally[state] ?? 0;
}

function mark(marks: Marks, index: number, state: number): void {
  const before = marks.states[index] ?? CHECKED;
  marks.tally[before] = countMarks(marks, before) - 1;
  marks.tally[state] = countMarks(marks, state) + 1;
  marks.states[index] = state;
}

function findOpen({ states }: Marks, from: number): number | undefined {
  const index = states.indexOf(OPEN, from);
  return index < 0 ? undefined : index;
}

function takePiece(marks: Marks, index: number): boolean {
  if (marks.states[index] !== OPEN) return false;
  mark(marks, index, TAKEN);
  return true;
}

function takeRun(marks: Marks, most: number): Run | undefined {
  const first = findOpen(marks, 0);
  if (first === undefined) return undefined;
  let end = first;
  while (end < first + most && takePiece(marks, end)) end += 1;
  return { first, end };
}

function giveBack(marks: Marks, { first, end }: Run): void {
  for (let index = first; index < end; index++) if (marks.states[index] === TAKEN) mark(marks, index, OPEN);
}

/** Makes the map of a file with so many pieces, of which some are checked from before. Throws a RangeError for a piece that the file does not have. */
export function createPieceMap(count: number, checked: Iterable<number> = []): PieceMap {
  const marks: Marks = { states: new Uint8Array(count), tally: { [OPEN]: count } };
  for (const index of checked) {
    if (!Number.isInteger(index) || index < 0 || index >= count)
      throw new RangeError(`a checked piece must be an integer from 0 to ${count - 1}, got ${index}`);
    mark(marks, index, CHECKED);
  }
  return {
    countOpen: () => countMarks(marks, OPEN),
    countMissing: () => count - countMarks(marks, CHECKED),
    takeRun: (most) => takeRun(marks, most),
    takePiece: (index) => takePiece(marks, index),
    giveBack: (run) => giveBack(marks, run),
    check: (index) => mark(marks, index, CHECKED),
    isChecked: (index) => marks.states[index] === CHECKED,
    findOpen: (from) => findOpen(marks, from),
  };
}
