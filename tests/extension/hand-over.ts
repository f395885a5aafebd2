import { DOWNLOAD_EVENT, type Handover, renderHandover } from "../../src/verify/handover.ts";

/** Gives what stands behind the full page's address for a download that was handed over. */
export function renderWords(handover: Handover): string {
  return `#${new URLSearchParams({ handover: renderHandover(handover) }).toString()}`;
}

/** Gives a script that hands a download over, at once. */
export function renderScript(handover: Handover): string {
  const detail = JSON.stringify(renderHandover(handover));
  return `document.dispatchEvent(new CustomEvent("${DOWNLOAD_EVENT}", { detail: ${detail} }))`;
}

/** Gives a script for the lab's site: its button hands a download over. */
export function renderOnClick(handover: Handover): string {
  return `void (document.querySelector("button").onclick = () => ${renderScript(handover)})`;
}
