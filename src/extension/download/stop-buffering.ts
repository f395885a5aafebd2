/** By it the extension's own requests are told from those of pages. */
function makeRule(): chrome.declarativeNetRequest.Rule {
  const { HeaderOperation, ResourceType, RuleActionType } = chrome.declarativeNetRequest;
  return {
    id: 1,
    condition: { initiatorDomains: [chrome.runtime.id], resourceTypes: [ResourceType.XMLHTTPREQUEST] },
    action: {
      type: RuleActionType.MODIFY_HEADERS,
      responseHeaders: [{ header: "Cache-Control", operation: HeaderOperation.SET, value: "no-store" }],
    },
  };
}

/**
 * Has Chromium give what mirrors answer to this extension straight to its workers. Unless an answer is marked as one that is not
 * to be stored, Chromium copies its body into memory of its own first, so that a slow reader does not lock the cache
 * (`BufferingBytesConsumer`): a seventh of a fast download. A browser that does not let us is slower, and that is all.
 */
export async function stopBuffering(): Promise<void> {
  try {
    const rule = makeRule();
    await chrome.declarativeNetRequest.updateSessionRules({ removeRuleIds: [rule.id], addRules: [rule] });
  } catch {
    // Firefox knows no such memory, and no extension by its id.
  }
}
