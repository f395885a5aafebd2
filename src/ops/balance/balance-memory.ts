/** What balancing remembers of one mirror. */
export interface RememberedMirror {
  readonly url_prefix: string;
  /**
   * How many clients it had as the last term began; absent once that term was judged.
   *
   * @TJS-type integer
   * @minimum 0
   */
  readonly clients?: number;
  /**
   * How many clients were to come in that term.
   *
   * @TJS-type integer
   * @minimum 0
   */
  readonly expected?: number;
  /**
   * By how many clients it was over its fair share while saturated, in the last 6 terms, the latest last; absent when by none.
   *
   * @maxItems 6
   */
  readonly excesses?: readonly number[];
  /** Since when it is out as broken (ISO 8601, UTC): under a tenth of those who should have come there came. */
  readonly broken_since?: string;
}

/** What balancing remembers from run to run. */
export interface BalanceMemory {
  /** When the present balance began (ISO 8601, UTC); absent while no mirror is saturated. */
  readonly began?: string;
  /** When the last term began (ISO 8601, UTC). */
  readonly term: string;
  readonly mirrors: readonly RememberedMirror[];
}
