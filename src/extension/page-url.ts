import type { Handover } from "../verify/handover.ts";

/** Gives the address of the full page, with the download that it begins, if any. What stands behind the "#" never leaves the browser. */
export function renderPageUrl(handover?: Handover): string {
  const words = handover ? `#${new URLSearchParams({ key: handover.key, path: handover.path }).toString()}` : "";
  return chrome.runtime.getURL(`page.html${words}`);
}

/** Reads the session's key and the file's path out of the page's own address. */
export function readPageUrl(hash: string): Partial<Handover> {
  const words = new URLSearchParams(hash.slice(1));
  const [key, path] = [words.get("key"), words.get("path")];
  return { ...(key !== null && { key }), ...(path !== null && { path }) };
}
