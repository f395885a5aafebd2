import type { Answer } from "./ask.ts";
import { type Place, askFile } from "./probe-file.ts";
import type { ProbedFile } from "./read-probed-files.ts";

/** What a measurement may take; a mirror's operator pays for the bytes. */
const MAX_BYTES = 16 * 2 ** 20;
const MAX_MS = 5000;

/** Below it, the figure would be of the connection's first moments. */
const MIN_BYTES = 64 * 2 ** 10;

function countBytes({ body, close }: Answer, signal: AbortSignal): Promise<number> {
  return new Promise((resolve) => {
    let bytes = 0;
    const timer = setTimeout(close, MAX_MS);
    signal.addEventListener("abort", close, { once: true });
    body.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes >= MAX_BYTES) close();
    });
    body.on("close", () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", close);
      resolve(bytes);
    });
  });
}

/** Gives what a download gets after its first byte, in bytes a second: at most 16 MiB or 5 s of the release's largest file. */
export async function measureSpeed(files: readonly ProbedFile[], place: Place): Promise<number | undefined> {
  const [largest] = [...files].sort((one, other) => other.size - one.size);
  if (!largest) return undefined;
  const headers = { Range: `bytes=0-${Math.min(largest.size, MAX_BYTES) - 1}` };
  const answer = await askFile(largest, { ...place, note: () => undefined }, { method: "GET", headers });
  const begin = performance.now();
  const bytes = await countBytes(answer, place.way.limits.signal);
  const seconds = (performance.now() - begin) / 1000;
  return bytes >= MIN_BYTES && seconds > 0 ? Math.round(bytes / seconds) : undefined;
}
