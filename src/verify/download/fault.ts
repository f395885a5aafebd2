/** What ends a request too early, or a mirror's part in a download. */
export type Fault =
  /** A piece is not what was published. */
  | "lies"
  /** Another file is at the path, by its size. */
  | "wrong-file"
  /** Other bytes of the file come than were asked for. */
  | "wrong-range"
  /** More bytes come than were asked for. */
  | "too-long"
  /** The bytes are compressed, so that no piece can be cut out of them. */
  | "encoded"
  /** The whole file comes, whatever part was asked for. */
  | "no-range"
  /** The file is not there (404, 410). */
  | "missing"
  /** Any other answer that is no file. */
  | "refused"
  /** A redirect leaves https. */
  | "redirected"
  /** Nobody answers. */
  | "unreachable"
  /** The mirror is there, but not for now (429, 5xx). */
  | "busy"
  /** No byte comes for too long, or a piece takes too long. */
  | "stalls"
  /** The answer ends before it is whole. */
  | "breaks-off";

const PASSING: readonly Fault[] = ["unreachable", "busy", "stalls", "breaks-off"];

/** Tells whether a mirror may be tried again after a rest; after any other fault it is dropped for the rest of the download. */
export function isPassing(fault: Fault): boolean {
  return PASSING.includes(fault);
}
