/** The length of a piece, in bytes. */
export const MEBIBYTE = 2 ** 20;

/** Makes bytes that differ from piece to piece. */
export function makeImage(length: number): Buffer {
  return Buffer.from(new Uint8Array(length).map((_, index) => (index * 31 + (index >> 20)) & 0xff));
}
