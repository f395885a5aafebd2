import type { Mirror } from "../../core/pool.ts";

/** What a redirector draws by: anew for each request, or the same mirror for the same client. */
export type DrawKey = "request" | "client";

/** Mirrors that are drawn from by weight: each above 0, sorted by `url_prefix`. Empty where no mirror carries what is asked for. */
export type MirrorSet = readonly Mirror[];

/** Paths that not every mirror carries. */
export interface PathException {
  /** What the paths begin with, below the fallback's own path, as it stands in an address. */
  readonly beginning: string;
  /** The place in `sets` of those who carry them. */
  readonly set: number;
}

/** A pool as every renderer takes it: checked, so that its texts hold nothing that an engine could take for more than a text. */
export interface RedirectPool {
  /** The fallback's host, with its port where it has one. */
  readonly host: string;
  /** The path that the fallback's addresses begin with: begins and ends in "/". */
  readonly path: string;
  /** The first is for all paths without an exception. */
  readonly sets: readonly [MirrorSet, ...MirrorSet[]];
  /** The longest first: of several beginnings that fit, the first counts. */
  readonly exceptions: readonly PathException[];
}

/** What was rendered. */
export interface RedirectRendering {
  /** The whole file, in lines that end in a newline; the same for the same pool and key. */
  readonly text: string;
  /** Words for stderr, one line each. */
  readonly notes: readonly string[];
}

/** Makes a web server's configuration out of a pool. Throws a RangeError rather than print what could mean something else to it. */
export type RedirectRenderer = (pool: RedirectPool, key: DrawKey) => RedirectRendering;
