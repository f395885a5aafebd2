import { createHash } from "node:crypto";

const PIECE_BYTES = 65_536;

/** Four pieces, the last of them short, and no byte pattern that repeats from piece to piece. */
export const PROBE_FILE = Buffer.from(
  Array.from({ length: 3 * PIECE_BYTES + 1234 }, (_, index) => (index * 31 + (index >> 8) * 7) & 0xff),
);

/** The path of the file below every prefix. */
export const PROBE_PATH = "os/1.0/image.img";

function hash(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}

const COUNT = Math.ceil(PROBE_FILE.length / PIECE_BYTES);

/** The binary file of the piece hashes. */
export const PROBE_PIECES = Buffer.concat(
  Array.from({ length: COUNT }, (_, index) =>
    hash(PROBE_FILE.subarray(index * PIECE_BYTES, (index + 1) * PIECE_BYTES)),
  ),
);

/** What `releases.json` says of the file. */
export const PROBE_RELEASES = {
  version: 1,
  files: [
    {
      path: PROBE_PATH,
      size: PROBE_FILE.length,
      sha256: hash(PROBE_FILE).toString("hex"),
      pieces: { length: PIECE_BYTES, sha256: hash(PROBE_PIECES).toString("hex") },
    },
  ],
};
