/** How long the site has to answer. */
const TIMEOUT_MS = 20_000;

async function readBounded(response: Response, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for (let size = 0; reader;) {
    const { value, done } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) return reader.cancel().then(() => undefined);
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** How fresh a file must be: as the site says when it is asked, or past every store on the way. */
export type Freshness = Extract<RequestCache, "no-cache" | "reload">;

/** Fetches a small file of a site; undefined when it is not there, does not come in time, or has more than `most` bytes. */
export async function fetchBytes(
  url: string,
  most: number,
  cache: Freshness = "no-cache",
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const response = await fetch(url, { cache, signal: AbortSignal.timeout(TIMEOUT_MS) });
    return response.ok ? await readBounded(response, most) : undefined;
  } catch {
    return undefined;
  }
}
