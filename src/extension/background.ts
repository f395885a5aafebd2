/** The background of the extension: shows the full page for a download that the project's site hands over, and ends one whose healer is gone. */
import { readHandover } from "../verify/handover.ts";
import { builtIn } from "./built-in.ts";
import { endUnguarded } from "./heal/end-unguarded.ts";
import { showTab } from "./open-tab.ts";
import { renderPageUrl } from "./page-url.ts";

/** Only the extension's own script on a page of the project's own site may ask, and no frame in another site's page. */
function isOurs({ id, url = "", frameId, tab }: chrome.runtime.MessageSender): boolean {
  const isSite = URL.canParse(url) && new URL(url).origin === builtIn.site;
  return id === chrome.runtime.id && isSite && frameId === 0 && tab !== undefined;
}

chrome.runtime.onMessage.addListener((message: unknown, sender, answer: (isTaken: boolean) => void) => {
  const handover = isOurs(sender) ? readHandover(message) : undefined;
  if (!handover) return undefined;
  showTab(renderPageUrl(handover), sender.tab?.incognito ?? false).then(
    () => answer(true),
    () => answer(false),
  );
  return true;
});

endUnguarded();
