import { type DownloadFate, watchDownload } from "./watch-download.ts";

/** Saves a file to the user's downloads and waits until it is there: until then what it is made of must stay. */
export async function saveBlob(blob: Blob, filename: string): Promise<DownloadFate> {
  // Chromium guesses the type of what has none, and gives the file that type's ending.
  const url = URL.createObjectURL(blob.slice(0, blob.size, "application/octet-stream"));
  try {
    return await watchDownload(await chrome.downloads.download({ url, filename, saveAs: false }));
  } catch {
    return "interrupted";
  } finally {
    URL.revokeObjectURL(url);
  }
}
