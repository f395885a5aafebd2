import type { Draw } from "../../core/draw.ts";
import type { PublicMirror } from "../../core/pool.ts";
import type { PieceList } from "../piece-list.ts";
import type { DownloadEvent } from "./download-event.ts";
import type { DownloadLimits } from "./download-limits.ts";

/** What became of a piece. */
export interface Kept {
  /** Whether it has the SHA-256 that it must have: only then was it written. */
  readonly isRight: boolean;
  /** The buffer that the bytes came in, or one as long: they may have been transferred to a worker. */
  readonly buffer: ArrayBuffer;
}

/** Where the pieces are checked and put, each at its own place, in any order, several at the same time; see `createSink`. */
export interface Sink {
  /**
   * Checks the bytes of a piece by its number, and writes them only if they are right. The two are one step so that a worker can
   * do both while the piece is in its processor's cache. The bytes are the sink's until the promise is kept, and no longer. A
   * rejection, as when the disk is full, ends the download.
   */
  readonly keep: (index: number, bytes: Uint8Array<ArrayBuffer>) => Promise<Kept>;
}

/** Time, in milliseconds since any moment. */
export interface Clock {
  readonly now: () => number;
  /** Calls once after so many milliseconds; what it gives takes the call back. */
  readonly setTimer: (done: () => void, ms: number) => () => void;
}

/** The part of a `Response` that is looked at. */
export interface Answer {
  readonly status: number;
  /** "cors" where a page was answered by another site, which hides most headers from it. */
  readonly type?: string;
  /** The last address of a chain of redirects. */
  readonly url: string;
  readonly headers: { readonly get: (name: string) => string | null };
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>> | null;
}

/** How a mirror is asked: nothing is told to it but what is wanted. */
export interface Question {
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly redirect: "follow";
  readonly cache: "no-store";
  readonly credentials: "omit";
  readonly referrerPolicy: "no-referrer";
}

/** What a download is made with: everything that it touches. */
export interface DownloadRequest {
  readonly list: PieceList;
  /** Where the file is, below each mirror's `url_prefix`. */
  readonly path: string;
  /** The session's chance, `sessionDraw(key)`, so that page and download agree on the first mirror. It must be the same for the same `url_prefix`. */
  readonly draw: Draw;
  /** Gives the pool: asked at the beginning, and again while the download runs. */
  readonly readPool: (signal: AbortSignal) => Promise<readonly PublicMirror[]>;
  /** `fetch`, or what acts like it: its promise and the body must reject when the signal is aborted. */
  readonly fetch: (url: string, question: Question) => Promise<Answer>;
  readonly sink: Sink;
  /** The pieces that are written and checked from an earlier run. They are not fetched again. */
  readonly checked?: Iterable<number>;
  readonly clock: Clock;
  /** Uniform in [0, 1), for the length of rests: visitors whom one mirror failed do not come back all at once. */
  readonly random: () => number;
  /** Stops the download; what was kept stays. */
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: DownloadEvent) => void;
  /** Those left out are `DEFAULT_LIMITS`. */
  readonly limits?: Partial<DownloadLimits>;
}
