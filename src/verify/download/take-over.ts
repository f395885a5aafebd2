import { cutJob, type Job, measureJob } from "./job.ts";
import type { MirrorState } from "./mirror-state.ts";
import type { Run } from "./piece-map.ts";

/** Less than this is not worth another request, in milliseconds. */
const WORTH_MS = 1000;

/** How many times faster another mirror must be to fetch a piece that is on its way already. */
const MUCH_FASTER = 3;

/** A job, and the speeds in bytes a millisecond. */
interface Duel {
  readonly job: Job;
  readonly its: number;
  readonly ours: number;
}

function countLeft({ job, its }: Duel, length: number): number {
  return ((job.end - job.next) * length - job.got) / its;
}

/** Leaves a job what it can fetch in the same time. */
function takeEnd({ job, its, ours }: Duel, length: number): Run | undefined {
  const waiting = job.end - job.next - 1;
  const count = Math.ceil((waiting * ours) / (ours + its));
  if ((count * length) / its < WORTH_MS) return undefined;
  job.end -= count;
  return { first: job.end, end: job.end + count };
}

function takeLast({ job, its, ours }: Duel, length: number): Run | undefined {
  const left = (length - job.got) / its;
  if (job.isKeeping || left < WORTH_MS || left < (MUCH_FASTER * length) / ours) return undefined;
  // Not to blame, but not the one to ask next either.
  job.state.rate = its;
  return cutJob(job);
}

/**
 * Takes pieces from the request that would need longest, for a mirror that is free when no piece is open; undefined when that
 * is not worth it. Pieces that have not begun are shared by speed; one that is on its way is taken, and what came of it wasted,
 * only from a mirror that is much slower.
 */
export function takeOver(jobs: Iterable<Job>, { rate }: MirrorState, length: number): Run | undefined {
  const duels = [...jobs]
    .filter((job) => job.next < job.end)
    .map((job) => ({ job, its: measureJob(job) ?? rate, ours: rate ?? measureJob(job) }))
    .filter((duel): duel is Duel => duel.its !== undefined && duel.ours !== undefined)
    .sort((one, other) => countLeft(other, length) - countLeft(one, length));
  const [slowest] = duels;
  if (!slowest) return undefined;
  return slowest.job.end - slowest.job.next > 1 ? takeEnd(slowest, length) : takeLast(slowest, length);
}
