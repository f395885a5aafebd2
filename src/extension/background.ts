/** The background of the extension: opens the full page for a download that the project's site hands over. */
import { readHandover } from "../verify/handover.ts";
import { builtIn } from "./built-in.ts";
import { renderPageUrl } from "./page-url.ts";

/** Only the extension's own script on the project's own site may ask. */
function isOurs({ id, url = "" }: chrome.runtime.MessageSender): boolean {
  return id === chrome.runtime.id && URL.canParse(url) && new URL(url).origin === builtIn.site;
}

chrome.runtime.onMessage.addListener((message: unknown, sender) => {
  const handover = isOurs(sender) ? readHandover(message) : undefined;
  if (handover) void chrome.tabs.create({ url: renderPageUrl(handover) });
});
