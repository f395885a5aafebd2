function ignore(): undefined {
  return undefined;
}

/** Ends one of the browser's own downloads, and leaves nothing of it: no file, and no line in the browser's list. */
export async function giveUp(id: number): Promise<void> {
  await chrome.downloads.cancel(id).catch(ignore);
  // It may have come to its end just before.
  await chrome.downloads.removeFile(id).catch(ignore);
  await chrome.downloads.erase({ id });
}
