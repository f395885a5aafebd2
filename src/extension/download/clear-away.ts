import { forget } from "../lists/kept.ts";
import { removeParts } from "./part-files.ts";

/** Only one tab downloads at a time: whoever does holds this lock (https://w3c.github.io/web-locks/). */
export const DOWNLOAD_LOCK = "fairmirror-download";

/** Tells whether a download is under way in any tab. */
export async function isDownloading(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === DOWNLOAD_LOCK);
}

/** Removes all that is here of a download; for who holds the lock. */
export async function clearAway(): Promise<void> {
  await removeParts();
  await forget("download");
}

/** Removes all that is here of a download that does not run; false when it does, in another tab. */
export async function clearIdle(): Promise<boolean> {
  return await navigator.locks.request(DOWNLOAD_LOCK, { ifAvailable: true }, async (lock) => {
    if (lock) await clearAway();
    return lock !== null;
  });
}
