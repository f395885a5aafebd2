import { isDownloading } from "../download/clear-away.ts";
import { forget, keep, readKept } from "../lists/kept.ts";
import { isEmptyPlace } from "./is-empty-place.ts";

/**
 * Notes a place that was picked while a work on it lasts. The browser makes an empty file there, or empties the one that was there,
 * before it lets the place be known, and fills it only at the end. A page that is closed on the way can't remove it any more, and later ones may touch it only where it is picked anew.
 */
export async function notePlace<Result>(handle: FileSystemFileHandle, work: Promise<Result>): Promise<Result> {
  // What somebody else wrote there since is theirs.
  if (await isEmptyPlace(handle)) await keep("picked", handle.name);
  try {
    return await work;
  } finally {
    await forget("picked");
  }
}

/** Gives, once, the name of a picked place where a page that was closed on the way may have left an empty file; undefined when there is none. */
export async function takeLeftPlace(): Promise<string | undefined> {
  const name = await readKept("picked");
  if (name === undefined || (await isDownloading())) return undefined;
  await forget("picked");
  return name;
}
