/** How long the site has to send its pool. Until then the links stand as the author wrote them, so there is no hurry. */
const POOL_TIMEOUT_MS = 10_000;

/**
 * Loads the pool's text from an address, or from the element that "#id" names; rejects where there is none. Empty: no answer
 * in time, or a refusal; browsers tell that in the console by themselves.
 */
export async function loadPool(source: string): Promise<string> {
  if (source.startsWith("#")) return (document.querySelector(source) as { readonly textContent: string }).textContent;
  return fetch(source, { signal: AbortSignal.timeout(POOL_TIMEOUT_MS) })
    .then((response) => (response.ok ? response.text() : ""))
    .catch(() => "");
}
