/** What a line of a log tells of a download. Filled anew by each line: a log has millions. */
export interface LogEntry {
  /** The hash of the client's address, which is not kept itself. */
  client: number;
  /** In milliseconds since 1970. */
  time: number;
  /** How many bytes were sent. */
  bytes: number;
}

/** Reads the line that stands between two places in some bytes into an entry; tells whether it is a download. */
export type ReadLine = (
  bytes: Uint8Array,
  start: number,
  end: number,
  entry: LogEntry,
) => "download" | "other" | "torn";

/** Tells whether an answer brought a file, or a part of one. */
export function isDownload(status: number): boolean {
  return status === 200 || status === 206;
}
