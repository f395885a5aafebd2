import type { Pool } from "../core/index.ts";
import { PROBE_AGE_MS } from "../ops/doctor-problems.ts";
import { isPossibleTime } from "../ops/possible-time.ts";
import type { Status } from "../ops/status.ts";
import { showTime } from "./site-time.ts";

/** A moment from which on what a page shows is too old, for its script, which looks again when the page is read. */
export interface Due {
  /** ISO 8601, UTC; empty when there is none. */
  readonly at: string;
  /** Whether it was over when the page was made, so that it is told without script. */
  readonly isPast: boolean;
}

/** How old what the page shows may become. */
export interface PageAges {
  /** From when on the last check is too old to be relied on. */
  readonly probeDue: Due;
  /** When the list in use ends, as people read it, and from when on it is stale. */
  readonly expires: string;
  readonly listDue: Due;
}

/** A check whose time makes no sense is always too old. */
function findProbeDue(status: Status | undefined, now: Date): Due {
  if (!status) return { at: "", isPast: false };
  if (!isPossibleTime(status.probed, now)) return { at: "", isPast: true };
  const end = Date.parse(status.probed) + PROBE_AGE_MS;
  return { at: new Date(end).toISOString(), isPast: end < now.getTime() };
}

function findListDue({ expires }: Pool, now: Date): Due {
  return expires === undefined
    ? { at: "", isPast: false }
    : { at: expires, isPast: Date.parse(expires) < now.getTime() };
}

interface AgeInputs {
  readonly status: Status | undefined;
  readonly list: Pool;
  readonly now: Date;
}

/** Gives how old the last check and the list in use may become. */
export function findAges({ status, list, now }: AgeInputs): PageAges {
  return { probeDue: findProbeDue(status, now), expires: showTime(list.expires), listDue: findListDue(list, now) };
}
