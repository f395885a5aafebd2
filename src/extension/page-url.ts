import { type Handover, readHandover, renderHandover } from "../verify/handover.ts";

/** Gives the name of the full page, with the download that it begins, if any. What stands behind the "#" never leaves the browser. */
export function renderPageName(handover?: Handover): string {
  return `page.html${handover ? `#${new URLSearchParams({ handover: renderHandover(handover) }).toString()}` : ""}`;
}

/** Gives the address of the full page. */
export function renderPageUrl(handover?: Handover): string {
  return chrome.runtime.getURL(renderPageName(handover));
}

/** Reads the download that was handed over out of the page's own address; empty when there is none. */
export function readPageUrl(hash: string): Partial<Handover> {
  return readHandover(new URLSearchParams(hash.slice(1)).get("handover")) ?? {};
}
