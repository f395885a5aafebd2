/** How long a mirror has to answer while the pointer rests on its link. */
const LIVENESS_TIMEOUT_MS = 3000;

/**
 * Asks whether a mirror answers at all: name, connection, certificate. Rejects when it does not, in time. What it answers cannot
 * be seen without CORS, so a missing file looks like a present one; the maintainers' probes see to that. The mirror learns what
 * the download would tell it anyway, and no more: fetch sends no cookies to other origins unless told to.
 */
export function askMirror(url: string): Promise<unknown> {
  return fetch(url, {
    signal: AbortSignal.timeout(LIVENESS_TIMEOUT_MS),
    mode: "no-cors",
    referrer: "",
    method: "HEAD",
    cache: "no-store",
  });
}
