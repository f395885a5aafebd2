/** What is measured of one mirror at a moment. */
export interface MirrorLoad {
  readonly url_prefix: string;
  readonly weight: number;
  readonly clients: number;
  readonly max_clients?: number | undefined;
  /** How many of the clients came back in a pause of this balance: they are left alone. 0 where nobody knows. */
  readonly returned?: number | undefined;
  /** How many clients came since the term began; where nobody knows, growth counts, set against the growth of the pool. */
  readonly arrived?: number | undefined;
}

/** What a mirror has to do in a term: move clients away, take some in, neither, or stay out as broken. */
export type Role = "relieved" | "receiving" | "full" | "broken";

/** What a term means for one mirror. */
export interface TermMirror {
  readonly url_prefix: string;
  readonly role: Role;
  /** As the term began. */
  readonly clients: number;
  readonly fair_share: number;
  /** How many clients are to be moved away in this term. */
  readonly shed: number;
  /** How many of those that are moved in this term should come here. */
  readonly expected: number;
}

/** One term of balancing. */
export interface Term {
  /** In milliseconds since 1970, as is every time here. */
  readonly starts: number;
  /** Whether anybody is saturated. */
  readonly isBalancing: boolean;
  readonly isJudged: boolean;
  readonly mirrors: readonly TermMirror[];
}

/** What is remembered of a mirror from term to term. */
export interface MirrorMemory {
  readonly url_prefix: string;
  /** By how many clients it was over its fair share while saturated, in the last terms, the latest last. */
  readonly excesses: readonly number[];
  /** How many of its clients had come back in a pause of this balance as the last term began; absent while none had. */
  readonly returned?: number;
  /** Since when it is out of the balance; absent while it is in. */
  readonly broken_since?: number;
}

/** All that balancing knows; plain data, so that it can be kept in a file. */
export interface BalanceState {
  /** When the present balance began; absent while nobody is saturated. Who came back in an earlier one is moved first. */
  readonly balance?: number;
  readonly term?: Term;
  readonly memories: readonly MirrorMemory[];
}

/** What balancing knows before its first term. */
export const NEW_BALANCE: BalanceState = { memories: [] };
