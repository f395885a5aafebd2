/** The weight that a mirror had. */
export interface WeightBefore {
  readonly url_prefix: string;
  /**
   * In units of the maintainers' own.
   *
   * @minimum 0
   */
  readonly weight: number;
}

/** The last step of balancing, for runs that follow it in the same term. */
export interface KeptStep {
  /** When it was taken (ISO 8601, UTC). */
  readonly taken: string;
  /** The mirrors whose weight it changed. */
  readonly before: readonly WeightBefore[];
}
