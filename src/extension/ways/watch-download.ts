/** What became of one of the browser's own downloads. */
export type DownloadFate = "complete" | "interrupted";

function toFate(state: string | undefined): DownloadFate | undefined {
  return state === "complete" || state === "interrupted" ? state : undefined;
}

/** Waits until one of the browser's own downloads has ended. */
export function watchDownload(id: number): Promise<DownloadFate> {
  return new Promise((resolve) => {
    const end = (fate: DownloadFate | undefined): void => {
      if (!fate) return;
      chrome.downloads.onChanged.removeListener(onChange);
      resolve(fate);
    };
    const onChange = (change: chrome.downloads.DownloadDelta): void => {
      if (change.id === id) end(toFate(change.state?.current));
    };
    chrome.downloads.onChanged.addListener(onChange);
    // It may have ended before anybody listened, or been taken out of the list.
    void chrome.downloads.search({ id }).then(([item]) => end(item ? toFate(item.state) : "interrupted"));
  });
}
