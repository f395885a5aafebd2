import { readPublicKey } from "./public-key.ts";
import { openReleases, parseList, type ReleasesToOpen } from "./open-releases.ts";
import { readReleases, type ReleasesReading } from "./read-releases.ts";

/** A list as it was fetched, and the key as people write it. */
export interface FetchedList extends Omit<ReleasesToOpen, "publicKey"> {
  /** The public key as minisign writes it in one line; empty where the project signs no list. */
  readonly key: string;
}

/** Opens a list that was fetched: see `openReleases`. Where the project signs none, the list is believed as it came. Never rejects. */
export async function openList({ key, ...list }: FetchedList): Promise<ReleasesReading> {
  if (key === "") return readReleases(parseList(list.bytes), list.file);
  const publicKey = readPublicKey(key, "");
  if ("problem" in publicKey) return { releases: undefined, problems: [publicKey.problem] };
  return openReleases({ ...list, publicKey: publicKey.value });
}
