import { randomBytes } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";

/** Gives a file a second name, as `link` does. */
export type HardLink = (path: string, name: string) => Promise<void>;

/** What a file system says that has no hard links, such as FAT and some network shares. */
const NO_LINKS = ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"];

/** Tells whether an error of the file system has one of these codes. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return codes.includes((error as NodeJS.ErrnoException).code ?? "");
}

async function placeWhole(draft: string, lock: string, hardLink: HardLink): Promise<void> {
  try {
    await hardLink(draft, lock);
  } catch (error) {
    if (!hasCode(error, ...NO_LINKS)) throw error;
    // It has no words for a moment; who is killed then leaves a lock that only its age breaks.
    await writeFile(lock, await readFile(draft), { flag: "wx" });
  }
}

/**
 * Places a lock that has its words from the first moment, a link to a file that is already whole; where there are no links, by
 * making it anew. False when there is one already.
 */
export async function placeLock(lock: string, owner: string, hardLink: HardLink = link): Promise<boolean> {
  const draft = `${lock}.${randomBytes(6).toString("hex")}`;
  try {
    await writeFile(draft, owner, { flag: "wx" });
    await placeWhole(draft, lock, hardLink);
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Takes away a lock that was left behind. Who was replaced in the meantime gets his back: two may see the same dead one. */
export async function breakLock(lock: string, owner: string, hardLink: HardLink = link): Promise<void> {
  const aside = `${lock}.${randomBytes(6).toString("hex")}`;
  await rename(lock, aside);
  try {
    if ((await readFile(aside, "utf8")) !== owner) await placeWhole(aside, lock, hardLink);
  } finally {
    await rm(aside, { force: true });
  }
}
