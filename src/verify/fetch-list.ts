import { fetchBytes, type Freshness } from "./fetch-bytes.ts";

/** A list of a thousand files has about 300 kB. */
const MAX_LIST_BYTES = 2 ** 22;
const MAX_SIGNATURE_BYTES = 2 ** 14;

/** Where a list lies, and the public key of who signs it, in one line; an empty key: nobody does. */
export interface ListPlace {
  readonly url: string;
  readonly key: string;
}

/** A list and its signature, as they came. */
export interface ListFiles {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly signature: string;
}

async function fetchSignature({ url, key }: ListPlace, cache?: Freshness): Promise<string | undefined> {
  if (key === "") return "";
  const bytes = await fetchBytes(`${url}.minisig`, MAX_SIGNATURE_BYTES, cache);
  return bytes && new TextDecoder().decode(bytes);
}

/**
 * Fetches a list and its signature; undefined when one of them cannot be had. A signature that is not there is a list that is not
 * there: the two are published together.
 */
export async function fetchList(place: ListPlace, cache?: Freshness): Promise<ListFiles | undefined> {
  const [bytes, signature] = await Promise.all([
    fetchBytes(place.url, MAX_LIST_BYTES, cache),
    fetchSignature(place, cache),
  ]);
  return bytes && signature !== undefined ? { bytes, signature } : undefined;
}
