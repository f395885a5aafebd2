/** In a private window Firefox would keep the download in the list of the others; Chromium has no such option, and no such page. */
function hideFromHistory(): { readonly incognito?: true } {
  return chrome.extension.inIncognitoContext ? { incognito: true } : {};
}

/** Begins one of the browser's own downloads, of an address to a file of a name; gives its number. */
export function beginDownload(url: string, filename: string): Promise<number> {
  return chrome.downloads.download({
    ...{ url, filename, saveAs: false },
    ...hideFromHistory(),
  });
}
