import { isMarked } from "./healed-url.ts";
import { findFilter, type StreamFilter } from "./stream-filter.ts";

const EVERYWHERE = { urls: ["https://*/*"] };

/**
 * Filters the answer to the browser's first request for an address marked with a token, once it is a good one, and lets the browser
 * make no other: what it asks for later, when the machine has slept or its user goes on with a download, would come unchecked. Gives
 * what ends that.
 */
export function catchAnswer(token: string, take: (filter: StreamFilter) => void): () => void {
  const { onBeforeRequest, onHeadersReceived } = chrome.webRequest;
  let [first, isTaken]: [string | undefined, boolean] = [undefined, false];
  const onBegin = ({
    url,
    requestId,
  }: chrome.webRequest.OnBeforeRequestDetails): chrome.webRequest.BlockingResponse => {
    if (!isMarked(url, token)) return {};
    first ??= requestId;
    return { cancel: requestId !== first };
  };
  const onHead = ({ requestId, statusCode }: chrome.webRequest.OnHeadersReceivedDetails): undefined => {
    if (requestId !== first || statusCode !== 200 || isTaken) return;
    const filter = findFilter()?.(requestId);
    if (filter) take(filter);
    isTaken = filter !== undefined;
  };
  onBeforeRequest.addListener(onBegin, EVERYWHERE, ["blocking"]);
  onHeadersReceived.addListener(onHead, EVERYWHERE, ["blocking"]);
  return () => {
    try {
      onBeforeRequest.removeListener(onBegin);
      onHeadersReceived.removeListener(onHead);
    } catch {
      // The permission was taken back, and the listeners with it.
    }
  };
}
