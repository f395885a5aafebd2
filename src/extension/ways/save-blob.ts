import { findSavedName } from "./find-saved-name.ts";
import { watchDownload } from "./watch-download.ts";

/**
 * Saves a file to the user's downloads and waits until it is there: until then what it is made of must stay. Gives the name that it has
 * there, to be shown; undefined: it was not saved.
 */
export async function saveBlob(blob: Blob, filename: string): Promise<string | undefined> {
  // Chromium guesses the type of what has none, and gives the file that type's ending.
  const url = URL.createObjectURL(blob.slice(0, blob.size, "application/octet-stream"));
  try {
    const id = await chrome.downloads.download({ url, filename, saveAs: false });
    return (await watchDownload(id)) === "complete" ? await findSavedName(id, filename) : undefined;
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(url);
  }
}
