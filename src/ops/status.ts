import type { BalanceMemory } from "./balance/balance-memory.ts";
import type { KeptStep } from "./balance/kept-step.ts";

/**
 * What is thought of a mirror: up (it carries the release, right), down (it does not answer), outdated (it answers, but does
 * not carry the current release yet), wrong (it sends something else than the release, or in a way that harms visitors).
 */
export type Verdict = "up" | "down" | "outdated" | "wrong";

/** How the checks of one day (UTC) ended. */
export interface DayHistory {
  /** The day, as in "2026-11-21". */
  readonly day: string;
  /** How many checks there were. */
  readonly checks: number;
  /** How many of them found the mirror up. */
  readonly up: number;
}

/** What the program found out about one mirror. */
export interface MirrorStatus {
  readonly url_prefix: string;
  /** The verdict after hysteresis: a single finding to the contrary does not change it. */
  readonly verdict: Verdict;
  /** Why, in words for the operator. Example: "answers 404 for project/1.0/image.iso". */
  readonly reason: string;
  /** When the verdict began (ISO 8601, UTC). */
  readonly since: string;
  /** When the mirror was last asked (ISO 8601, UTC). */
  readonly checked: string;
  /** How many findings in a row spoke against the verdict, up to now. */
  readonly contrary: number;
  /** The paths of the release that the mirror does not carry. */
  readonly lacks: readonly string[];
  /** The time to the first byte, in milliseconds. */
  readonly latency_ms?: number;
  /** What a download got, in bytes a second; only where it was measured. */
  readonly bytes_per_second?: number;
  /** When the mirror last synchronised, as its trace file tells (ISO 8601, UTC); only where the pool names one. */
  readonly synced?: string;
  /** How many days the certificate is still good. */
  readonly certificate_days?: number;
  /** Whether the mirror answers over each address family that its name has. */
  readonly ipv4?: boolean;
  readonly ipv6?: boolean;
  /** Whether it serves ranges (`Accept-Ranges`, and a 206). */
  readonly ranges?: boolean;
  /** Whether pages may read what it sends (`Access-Control-Allow-Origin`). */
  readonly cors?: boolean;
  /**
   * The weight that balancing gives it for now, on the scale that `weight_scale` tells; absent when the maintainers' own counts.
   *
   * @TJS-type integer
   * @minimum 0
   * @maximum 1000
   */
  readonly effective_weight?: number;
  /** The last 30 days that had checks, the oldest first. */
  readonly history: readonly DayHistory[];
}

/** What the program knows of the pool, `mirrors/status.json`: written by `probe` and `balance`, never by hand. */
export interface Status {
  /** Where editors find this schema. */
  readonly $schema?: string;
  /**
   * The major version of this format.
   *
   * @TJS-type integer
   * @minimum 1
   * @maximum 1
   */
  readonly version: number;
  /** When the pool was last probed (ISO 8601, UTC). */
  readonly probed: string;
  /** The places it was probed from, such as "fra1"; one unless results were merged. */
  readonly vantage_points?: readonly string[];
  /**
   * How many units of effective weight one unit of the maintainers' own is worth; 1 when left out. Small weights are multiplied, so
   * that balancing can change them by less than a whole one.
   *
   * @TJS-type integer
   * @minimum 1
   * @maximum 1000
   */
  readonly weight_scale?: number;
  /** The last step of balancing; absent when no weight was changed in it. */
  readonly weight_step?: KeptStep;
  /** What balancing remembers from run to run; absent when there is nothing to remember. */
  readonly balance?: BalanceMemory;
  readonly mirrors: readonly MirrorStatus[];
}
