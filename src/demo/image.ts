import { createCipheriv } from "node:crypto";

/** The size of the sample release, in bytes: 64 MiB. */
export const RELEASE_BYTES = 64 * 2 ** 20;

/** Any 16 bytes would do; these can be read. Whoever changes them changes every hash in `mirrors/releases.json`. */
const KEY = Buffer.from("fairmirror-os-10", "ascii");

/**
 * Makes the sample release, byte for byte the same everywhere: the keystream of AES-128 in counter mode under the fixed key
 * above, from counter 0 (that is, zeros encrypted). It looks like noise, so nothing on the way can compress it, and it need
 * not be stored. In a shell: `head -c 64M /dev/zero | openssl enc -aes-128-ctr -K 666169726d6972726f722d6f732d3130 -iv 0`.
 */
export function releaseImage(): Buffer {
  return createCipheriv("aes-128-ctr", KEY, Buffer.alloc(16)).update(Buffer.alloc(RELEASE_BYTES));
}
