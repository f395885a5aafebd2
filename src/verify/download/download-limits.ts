/** What a download may take of mirrors, of time and of memory. */
export interface DownloadLimits {
  /** The most connections to one mirror. */
  readonly perMirror: number;
  /** The most connections in all. */
  readonly total: number;
  /** The most pieces that one request asks for. */
  readonly piecesPerRequest: number;
  /** How long a request should last at the speed that the mirror has shown; a slow one is asked for fewer pieces. */
  readonly requestMs: number;
  /** For how long a mirror may send no byte. */
  readonly stallMs: number;
  /** After how long a piece is taken from a slow mirror when another one may be faster; ten times as long ends it anyway. */
  readonly pieceMs: number;
  /** The speed of one connection, in bytes a second, under which another mirror is tried. */
  readonly slowRate: number;
  /** How many requests in a row may fail before a mirror is given up. */
  readonly tries: number;
  /** How long a mirror rests after its first failure; each further one in a row doubles it. */
  readonly restMs: number;
  /** The longest rest, also where the mirror itself names a time. */
  readonly maxRestMs: number;
  /** How often the pool is read again. */
  readonly poolMs: number;
  /** The longest that the whole download may take. */
  readonly totalMs: number;
}

/** The limits where nothing else is said: 4 connections, 2 a mirror, a stall after 10 s, and no end to the whole. */
export const DEFAULT_LIMITS: DownloadLimits = {
  perMirror: 2,
  total: 4,
  piecesPerRequest: 16,
  requestMs: 10_000,
  stallMs: 10_000,
  pieceMs: 30_000,
  slowRate: 128 * 1024,
  tries: 6,
  restMs: 1000,
  maxRestMs: 60_000,
  poolMs: 60_000,
  totalMs: Infinity,
};
