import type { MirrorStatus, Status } from "./status.ts";

/** A verdict that changed, or is about to. */
export interface StatusChange {
  readonly url_prefix: string;
  /** Absent for a mirror that was not known before. */
  readonly before?: MirrorStatus["verdict"];
  readonly after: MirrorStatus["verdict"];
  readonly reason: string;
}

/** Gives the verdicts that differ between two statuses. */
export function findStatusChanges(before: Status | undefined, after: Status): StatusChange[] {
  const known = new Map(before?.mirrors.map((mirror) => [mirror.url_prefix, mirror.verdict]));
  return after.mirrors.flatMap(({ url_prefix, verdict, reason }) => {
    const old = known.get(url_prefix);
    if (old === verdict) return [];
    return [{ url_prefix, ...(old && { before: old }), after: verdict, reason }];
  });
}
