import { nameOf } from "../../verify/name-of.ts";

/** In a private window Firefox would keep the download in the list of the others; Chromium has no such option, and no such page. */
function hideFromHistory(): { readonly incognito?: true } {
  return chrome.extension.inIncognitoContext ? { incognito: true } : {};
}

/** Begins one of the browser's own downloads, of a file at a `path` below a mirror's `prefix`; gives its number. */
export function beginDownload(prefix: string, path: string): Promise<number> {
  return chrome.downloads.download({
    ...{ url: prefix + path, filename: nameOf(path), saveAs: false },
    ...hideFromHistory(),
  });
}
