import type { PublicMirror } from "../../core/pool.ts";
import { nameOf } from "../../verify/name-of.ts";
import { beginDownload } from "./begin-download.ts";
import { type DownloadFate, watchDownload } from "./watch-download.ts";

/** Lets the browser download a file from a mirror by itself, and waits until that has ended. Nothing of it is checked. */
export async function downloadPlainly({ url_prefix }: PublicMirror, path: string): Promise<DownloadFate> {
  try {
    return await watchDownload(await beginDownload(url_prefix + path, nameOf(path)));
  } catch {
    return "interrupted";
  }
}
