const MARK = "#healed-";

/**
 * Marks the address of a download that is healed. What stands behind the "#" is told to no mirror, but stays in the browser's list,
 * where a background that was ended meanwhile finds it.
 */
export function markUrl(url: string, token: string): string {
  return url + MARK + token;
}

/** Tells whether an address has the mark of a token: no other download has, though it be of the same address. */
export function isMarked(url: string, token: string): boolean {
  return url.endsWith(MARK + token);
}

/** Finds the download whose address has the mark, in the browser's list. */
export async function findMarked(token: string): Promise<chrome.downloads.DownloadItem | undefined> {
  const found = await chrome.downloads.search({ query: [token] });
  return found.find(({ url }) => isMarked(url, token));
}
