/** What Firefox's filter for downloads needs; Firefox asks its user nothing about them. */
export const FILTER_PERMISSIONS = [
  "webRequest",
  "webRequestBlocking",
  "webRequestFilterResponse",
] as readonly string[] as chrome.runtime.ManifestPermission[];

/** Tells whether the browser has a filter for downloads, which is to say whether it is Firefox: without the permissions it hides it. */
export function isFilterKnown(): boolean {
  return "getBrowserInfo" in chrome.runtime;
}
