/** Something to tell of an import: where it stands in the other list, and what became of it. */
export interface Remark {
  /** The place, as a JSON Pointer (RFC 6901) into the other list, or a word for what many entries share. */
  readonly item: string;
  readonly reason: string;
}

/** A value as it stands in the other list, and its place. */
export interface Found {
  readonly item: string;
  readonly value: unknown;
}

/** One mirror as another list tells of it, before anything is judged. */
export interface ListEntry {
  readonly item: string;
  /** Its addresses, of any scheme: they are sorted out later. */
  readonly addresses: readonly Found[];
  /** What stands where only an rsync address belongs. */
  readonly rsync?: readonly Found[];
  /** The weight in the pool, already known to be an integer from 0 to 1000. */
  readonly weight: number;
  readonly country?: Found;
  readonly sponsor?: Found;
  readonly email?: Found;
  readonly notes?: Found;
  /** Why the weight is 0, for the maintainers' notes. */
  readonly disabled?: string;
}

/** What a format makes of a list. */
export interface ListReading {
  readonly entries: readonly ListEntry[];
  /** What is not carried over. */
  readonly left: readonly Remark[];
  /** What is carried over, but otherwise than it stood. */
  readonly changed: readonly Remark[];
  readonly fallback_prefix?: Found;
}

/** A list's way of writing. */
export type Syntax = "json" | "yaml" | "yaml-records" | "rss";

/** A format that lists of mirrors are published in. */
export interface ListFormat {
  readonly syntax: Syntax;
  /** What the format looks like, to go on after "must be". */
  readonly expected: string;
  /** Gives undefined for what is another format. */
  readonly readList: (value: unknown) => ListReading | undefined;
}

/** The weight of each mirror where the other list does not tell how much traffic it can carry. */
export const EQUAL_WEIGHT = 10;

/** Tells that, and why, all mirrors get the same weight. */
export const EQUAL_WEIGHTS: Remark = {
  item: "weight",
  reason: `the list does not tell how much traffic a mirror can carry, so all get ${EQUAL_WEIGHT}, an equal share: set weights by capacity`,
};
