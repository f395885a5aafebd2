/** A download whose healer went away: of one that is "gone" nothing was kept, one that is "unchecked" the browser calls complete. */
export interface LostDownload {
  readonly kind: "gone" | "unchecked";
  readonly name: string;
  /** Pages of other windows don't tell what a private one lost. */
  readonly incognito: boolean;
}

/** Keeps for a page of the extension what it is to tell, for as long as the browser runs, and not on the disk. */
export async function keepLost(lost: LostDownload): Promise<void> {
  await chrome.storage.session.set({ lost });
}

async function takeLost(): Promise<LostDownload | undefined> {
  const { lost } = await chrome.storage.session.get<{ readonly lost?: LostDownload }>("lost");
  if (lost?.incognito !== chrome.extension.inIncognitoContext) return undefined;
  await chrome.storage.session.remove("lost");
  return lost;
}

/** Hands over what is kept, now or later, for an open page to tell. */
export function hearLost(onLost: (lost: LostDownload) => void): void {
  const take = async (): Promise<void> => {
    const lost = await takeLost();
    if (lost) onLost(lost);
  };
  chrome.storage.onChanged.addListener(({ lost }, area) => {
    if (area === "session" && lost?.newValue !== undefined) void take();
  });
  void take();
}
