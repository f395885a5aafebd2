import type { PublicMirror } from "../../core/pool.ts";
import { nameOf } from "../words/name-of.ts";
import { type DownloadFate, watchDownload } from "./watch-download.ts";

/** Lets the browser download a file from a mirror by itself, and waits until that has ended. Nothing of it is checked. */
export async function downloadPlainly({ url_prefix }: PublicMirror, path: string): Promise<DownloadFate> {
  try {
    const url = url_prefix + path;
    return await watchDownload(await chrome.downloads.download({ url, filename: nameOf(path), saveAs: false }));
  } catch {
    return "interrupted";
  }
}
