/** The ways of checking a file that are compared. */
export const WAYS = ["read", "hash", "ours", "hash-wasm", "noble", "forge"] as const;

/** One of them: reading alone; hashing alone, as ours does; ours; two libraries in a worker; and the predecessor's, in the page itself. */
export type Way = (typeof WAYS)[number];

/** What a worker of the comparison is asked for. */
export interface WayJob {
  readonly way: Way;
  readonly file: Blob;
}
