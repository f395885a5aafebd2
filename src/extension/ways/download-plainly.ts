import type { PublicMirror } from "../../core/pool.ts";
import { nameOf } from "../words/name-of.ts";
import { type DownloadFate, watchDownload } from "./watch-download.ts";

/** In a private window Firefox would keep the download in the list of the others; Chromium has no such option, and no such page. */
function hideFromHistory(): { readonly incognito?: true } {
  return chrome.extension.inIncognitoContext ? { incognito: true } : {};
}

/** Lets the browser download a file from a mirror by itself, and waits until that has ended. Nothing of it is checked. */
export async function downloadPlainly({ url_prefix }: PublicMirror, path: string): Promise<DownloadFate> {
  try {
    const url = url_prefix + path;
    const options = { url, filename: nameOf(path), saveAs: false };
    return await watchDownload(await chrome.downloads.download({ ...options, ...hideFromHistory() }));
  } catch {
    return "interrupted";
  }
}
