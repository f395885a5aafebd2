import type { RequestKind } from "./request-kind.ts";

/** Something that happened at a stand-in, about a GET request for the release file. */
export type StandInEvent =
  | { readonly type: "begin"; readonly kind: RequestKind }
  | { readonly type: "bytes"; readonly count: number }
  | { readonly type: "end"; readonly kind: RequestKind; readonly status: number; readonly bytes: number };

/** What one stand-in has received and sent so far. */
export interface Hits {
  /** Downloads of visitors who came here first. */
  readonly hits: number;
  /** The same from simulated visitors whom another mirror had failed before. */
  readonly retries: number;
  /** Bytes of the file that went out. */
  readonly bytes: number;
  /** Requests that are being answered. */
  readonly active: number;
}

/** What a stand-in begins with. */
export const NO_HITS: Hits = { hits: 0, retries: 0, bytes: 0, active: 0 };

/** Gives the counts after one more event. */
export function countEvent(before: Hits, event: StandInEvent): Hits {
  switch (event.type) {
    case "begin":
      return { ...before, active: before.active + 1, ...countRequest(before, event.kind) };
    case "bytes":
      return { ...before, bytes: before.bytes + event.count };
    case "end":
      return { ...before, active: before.active - 1 };
  }
}

function countRequest({ hits, retries }: Hits, kind: RequestKind): Pick<Hits, "hits" | "retries"> {
  return { hits: hits + (kind === "hit" ? 1 : 0), retries: retries + (kind === "retry" ? 1 : 0) };
}

/** Gives each one's part of all hits, in the order given; all 0 while there are none. */
export function drawnShares(counts: readonly Hits[]): number[] {
  const total = counts.reduce((sum, { hits }) => sum + hits, 0);
  return counts.map(({ hits }) => (total > 0 ? hits / total : 0));
}
