import type { MirrorState } from "./mirror-state.ts";
import type { Run } from "./piece-map.ts";
import type { Slot } from "./slot.ts";
import type { Watchdog } from "./watchdog.ts";

/** One request that runs. */
export interface Job {
  readonly slot: Slot;
  readonly state: MirrorState;
  readonly watchdog: Watchdog;
  /** The piece that is being fetched; it is the job's own while it is below `end`. */
  next: number;
  /** Up to here, exclusive, the pieces are the job's own; another mirror may take some from the end. */
  end: number;
  /** How many bytes of that piece are here. */
  got: number;
  /** Where they are: as long as a piece. It goes to the stream and to the disk, and each time it may come back as another. */
  buffer: ArrayBuffer;
  /** While a piece is kept, it cannot be taken away. */
  isKeeping: boolean;
  /** Whether others took all that it had. */
  isCut: boolean;
  /** The pieces that came. */
  pieces: number;
  /** How long a busy mirror asked to be left alone, in milliseconds. */
  retryAfterMs: number | undefined;
}

/** For so long a piece's own speed says little. */
const SETTLING_MS = 1000;

/** Gives what a job's connection gives, in bytes a millisecond; undefined when nothing is known. */
export function measureJob({ got, watchdog, state }: Job): number | undefined {
  const waited = watchdog.waitedMs();
  return waited < SETTLING_MS ? state.rate : Math.max(got, 1) / waited;
}

/**
 * Ends a job's request, for which it is not to blame, and gives the pieces that it had: whoever calls this gives them to another. A
 * piece that has come whole and is being checked stays the job's own.
 */
export function cutJob(job: Job): Run {
  const run = { first: job.isKeeping ? job.next + 1 : job.next, end: job.end };
  job.isCut = true;
  job.end = run.first;
  job.watchdog.abort();
  return run;
}
