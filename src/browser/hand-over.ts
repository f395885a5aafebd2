/**
 * Offers to hand the download over to the project's extension, where the visitor has it: `[data-extension]`, whose `data-path` is
 * the file's. The visit goes with it, so that page and extension ask the same mirror first.
 */
import { ASK_EVENT, DOWNLOAD_EVENT, HERE_EVENT, renderHandover, TAKEN_EVENT } from "../verify/handover.ts";
import { keepSession } from "./session-store.ts";
import { makeSessionKey } from "../verify/make-session-key.ts";

/** An extension that was updated or turned off since the page was loaded does not answer. */
const ANSWER_MS = 3000;

function handOver(path: string): void {
  // Where the browser keeps no session there is none to agree on: the extension draws by a key of its own.
  const [key = makeSessionKey(), choice = "", ...tried] = keepSession() ?? [];
  const detail = renderHandover({ key, path, tried, ...(choice !== "" && { choice }) });
  document.dispatchEvent(new CustomEvent(DOWNLOAD_EVENT, { detail }));
}

function startOffer(offer: HTMLElement): void {
  const { path = "", notTaken = "" } = offer.dataset;
  const news = offer.querySelector("[aria-live]");
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (words: string): void => {
    clearTimeout(timer);
    if (news) news.textContent = words;
  };
  document.addEventListener(HERE_EVENT, () => (offer.hidden = false));
  document.addEventListener(TAKEN_EVENT, () => tell(""));
  document.dispatchEvent(new CustomEvent(ASK_EVENT));
  offer.querySelector("button")?.addEventListener("click", () => {
    tell("");
    timer = setTimeout(tell, ANSWER_MS, notTaken);
    handOver(path);
  });
}

const offer = document.querySelector<HTMLElement>("[data-extension]");
if (offer) startOffer(offer);
