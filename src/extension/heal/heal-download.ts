import type { PublicMirror } from "../../core/pool.ts";
import { nameOf } from "../../verify/name-of.ts";
import { beginDownload } from "../ways/begin-download.ts";
import { watchDownload } from "../ways/watch-download.ts";
import { giveUp } from "./give-up.ts";
import { guardDownload } from "./guard-download.ts";
import { isMarked, markUrl } from "./healed-url.ts";
import type { StreamHealing } from "./heal-stream.ts";
import { type PassEnd, passFilter } from "./pass-filter.ts";
import { findFilter, type StreamFilter } from "./stream-filter.ts";

/** One of the browser's own downloads that is to be healed. */
export interface HealWish extends Pick<StreamHealing, "list" | "digest" | "fetchPieces" | "onPiece"> {
  readonly mirror: PublicMirror;
  readonly path: string;
  readonly signal: AbortSignal;
}

/**
 * What became of it: how it passed, or "unchecked": whole as far as the browser knows, but not looked at, because the mirror sent it
 * on to a host that the extension may not ask. Only that and "whole" leave a file.
 */
export type HealEnd = PassEnd | "unchecked";

/** An answer that passes through a healer. */
interface Caught {
  readonly filter: StreamFilter;
  readonly passed: Promise<PassEnd>;
}

/** Filters the answer to the browser's own request for an address marked with a token, once it is a good one; gives what ends the waiting for it. */
function catchAnswer(token: string, take: (filter: StreamFilter) => void): () => void {
  const everywhere = { urls: ["https://*/*"] };
  const ids = new Set<string>();
  const onBegin = (request: chrome.webRequest.OnBeforeRequestDetails): undefined => {
    if (isMarked(request.url, token)) ids.add(request.requestId);
  };
  const onHead = ({ requestId, statusCode }: chrome.webRequest.OnHeadersReceivedDetails): undefined => {
    const filter = statusCode === 200 && ids.delete(requestId) ? findFilter()?.(requestId) : undefined;
    if (filter) take(filter);
  };
  chrome.webRequest.onBeforeRequest.addListener(onBegin, everywhere);
  chrome.webRequest.onHeadersReceived.addListener(onHead, everywhere, ["blocking"]);
  return () => {
    chrome.webRequest.onBeforeRequest.removeListener(onBegin);
    chrome.webRequest.onHeadersReceived.removeListener(onHead);
  };
}

/** The stream ends before the download does, which waits for its filter to be closed. */
async function endCaught(id: number, { filter, passed }: Caught): Promise<HealEnd> {
  const end = await passed;
  if (end !== "whole") {
    await giveUp(id);
    return end;
  }
  filter.close();
  return (await watchDownload(id)) === "complete" ? "whole" : "interrupted";
}

/** Begins a download in the browser, and waits until its answer is caught or it has ended without. */
async function run({ mirror, path, signal }: HealWish, token: string, caught: Promise<Caught>): Promise<HealEnd> {
  const unguard = await guardDownload(token);
  let onStop = (): void => undefined;
  try {
    const id = await beginDownload(markUrl(mirror.url_prefix + path, token), nameOf(path));
    onStop = () => void giveUp(id);
    signal.addEventListener("abort", onStop);
    if (signal.aborted) await giveUp(id);
    const first = await Promise.race([caught, watchDownload(id)]);
    if (typeof first !== "string") return await endCaught(id, first);
    return first === "complete" ? "unchecked" : "interrupted";
  } finally {
    unguard();
    // What has ended is its user's, also when the next download takes this one's turn.
    signal.removeEventListener("abort", onStop);
  }
}

/**
 * Lets the browser download a file from a mirror, and heals it while it comes (Firefox): one copy on the disk, in the browser's
 * own list of downloads, and no byte of it that is not the file's. Never completes what is not whole.
 */
export async function healDownload(wish: HealWish): Promise<HealEnd> {
  const token = crypto.randomUUID();
  let release = (): void => undefined;
  const caught = new Promise<Caught>((resolve) => {
    release = catchAnswer(token, (filter) => resolve({ filter, passed: passFilter(filter, wish) }));
  });
  try {
    return await run(wish, token, caught);
  } catch {
    return "interrupted";
  } finally {
    release();
  }
}
