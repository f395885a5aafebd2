/**
 * Offers to hand the download over to the project's extension, where the visitor has it: `[data-extension]`, whose `data-path` is
 * the file's. The session's key goes with it, so that page and extension draw the same mirror.
 */
import { ASK_EVENT, DOWNLOAD_EVENT, HERE_EVENT, renderHandover } from "../verify/handover.ts";
import { keepSession } from "./session-store.ts";
import { makeSessionKey } from "../verify/make-session-key.ts";

function handOver(path: string): void {
  // Where the browser keeps no session there is none to agree on: the extension draws by a key of its own.
  const [key = makeSessionKey()] = keepSession() ?? [];
  document.dispatchEvent(new CustomEvent(DOWNLOAD_EVENT, { detail: renderHandover({ key, path }) }));
}

function startOffer(offer: HTMLElement): void {
  document.addEventListener(HERE_EVENT, () => (offer.hidden = false));
  document.dispatchEvent(new CustomEvent(ASK_EVENT));
  offer.querySelector("button")?.addEventListener("click", () => handOver(offer.dataset["path"] ?? ""));
}

const offer = document.querySelector<HTMLElement>("[data-extension]");
if (offer) startOffer(offer);
