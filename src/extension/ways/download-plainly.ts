import type { PublicMirror } from "../../core/pool.ts";
import { nameOf } from "../../verify/name-of.ts";
import { beginDownload } from "./begin-download.ts";
import { findSavedName } from "./find-saved-name.ts";
import { watchDownload } from "./watch-download.ts";

/**
 * Lets the browser download a file from a mirror by itself, and waits until that has ended. Nothing of it is checked. Gives the name
 * that it has on the disk, to be shown; undefined: it broke off.
 */
export async function downloadPlainly({ url_prefix }: PublicMirror, path: string): Promise<string | undefined> {
  const name = nameOf(path);
  try {
    const id = await beginDownload(url_prefix + path, name);
    return (await watchDownload(id)) === "complete" ? await findSavedName(id, name) : undefined;
  } catch {
    return undefined;
  }
}
