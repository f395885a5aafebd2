/** A download whose healer went away: of one that is "gone" nothing was kept, one that is "unchecked" the browser calls complete. */
export interface LostDownload {
  readonly kind: "gone" | "unchecked";
  readonly name: string;
  /** Pages of other windows don't tell what a private one lost. */
  readonly incognito: boolean;
}

/** Each kind of window has a place of its own, so that what one lost does not take the other's. */
function namePlace(incognito: boolean): string {
  return incognito ? "lost_private" : "lost";
}

/** Keeps for a page of the extension what it is to tell, for as long as the browser runs, and not on the disk. */
export async function keepLost(lost: LostDownload): Promise<void> {
  await chrome.storage.session.set({ [namePlace(lost.incognito)]: lost });
}

async function takeLost(place: string): Promise<LostDownload | undefined> {
  const { [place]: lost } = await chrome.storage.session.get<Readonly<Record<string, LostDownload>>>(place);
  if (lost) await chrome.storage.session.remove(place);
  return lost;
}

/** Hands over what is kept, now or later, for an open page to tell. */
export function hearLost(onLost: (lost: LostDownload) => void): void {
  const place = namePlace(chrome.extension.inIncognitoContext);
  const take = async (): Promise<void> => {
    const lost = await takeLost(place);
    if (lost) onLost(lost);
  };
  chrome.storage.onChanged.addListener(({ [place]: lost }, area) => {
    if (area === "session" && lost?.newValue !== undefined) void take();
  });
  void take();
}
