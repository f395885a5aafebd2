/** The extension's script in the pages of the project's site: tells them that it is there, and takes downloads over. */
import { ASK_EVENT, DOWNLOAD_EVENT, HERE_EVENT, readHandover, renderHandover } from "../verify/handover.ts";

function tellPage(): void {
  document.dispatchEvent(new CustomEvent(HERE_EVENT));
}

document.addEventListener(ASK_EVENT, tellPage);
document.addEventListener(DOWNLOAD_EVENT, (event) => {
  const handover = readHandover((event as CustomEvent<unknown>).detail);
  if (handover) void chrome.runtime.sendMessage(renderHandover(handover));
});
tellPage();
