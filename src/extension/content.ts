/** The extension's script in the pages of the project's site: tells them that it is there, and takes downloads over. */
import {
  ASK_EVENT,
  DOWNLOAD_EVENT,
  HERE_EVENT,
  readHandover,
  renderHandover,
  TAKEN_EVENT,
} from "../verify/handover.ts";

/** A click counts for so long in browsers; what else a page asks for meanwhile is not another wish of its visitor. */
const CLICK_MS = 5000;

let taking: Promise<unknown> | undefined;

function tellPage(type: string): void {
  document.dispatchEvent(new CustomEvent(type));
}

function send(text: string): Promise<unknown> {
  setTimeout(() => (taking = undefined), CLICK_MS);
  return chrome.runtime.sendMessage(text);
}

/** Takes over what the page's visitor clicked for: a script that runs by itself begins nothing. */
async function takeOver({ target, detail }: CustomEvent<unknown>): Promise<void> {
  const handover = readHandover(detail);
  if (!handover || target !== document || !navigator.userActivation.isActive) return;
  try {
    taking ??= send(renderHandover(handover));
    if ((await taking) === true) tellPage(TAKEN_EVENT);
  } catch {
    // The extension was updated or turned off since the page was loaded: the page waits for no answer for ever.
  }
}

document.addEventListener(ASK_EVENT, () => tellPage(HERE_EVENT));
document.addEventListener(DOWNLOAD_EVENT, (event) => void takeOver(event as CustomEvent<unknown>));
tellPage(HERE_EVENT);
