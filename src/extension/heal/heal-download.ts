import type { PublicMirror } from "../../core/pool.ts";
import { nameOf } from "../../verify/name-of.ts";
import { beginDownload } from "../ways/begin-download.ts";
import { watchDownload } from "../ways/watch-download.ts";
import { catchAnswer } from "./catch-answer.ts";
import type { FetchPieces } from "./fetch-elsewhere.ts";
import { giveUp } from "./give-up.ts";
import { guardDownload } from "./guard-download.ts";
import { markUrl } from "./healed-url.ts";
import type { StreamHealing } from "./heal-stream.ts";
import { type PassEnd, passFilter } from "./pass-filter.ts";
import type { StreamFilter } from "./stream-filter.ts";

/** One of the browser's own downloads that is to be healed. */
export interface HealWish extends Pick<StreamHealing, "list" | "digest" | "onPiece" | "onBad"> {
  readonly mirror: PublicMirror;
  readonly path: string;
  readonly signal: AbortSignal;
  /** Is told the browser's number of the download once it has begun. */
  readonly onBegin: (id: number) => void;
  /** Makes a way to pieces of other mirrors, which ends with a signal. */
  readonly openElsewhere: (signal: AbortSignal) => FetchPieces;
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

/** The stream ends before the download does, which waits for its filter to be closed; a download that ends first has lost its filter. */
async function endCaught(id: number, { filter, passed }: Caught): Promise<HealEnd> {
  const fate = watchDownload(id);
  const end = await Promise.race([passed, fate.then(() => "interrupted" as const)]);
  if (end === "whole") {
    filter.close();
    if ((await fate) === "complete") return "whole";
  }
  await giveUp(id);
  return end === "whole" ? "interrupted" : end;
}

/** Waits for a download until its answer is caught, and then to its end, or until it has ended without. */
async function follow(id: number, caught: Promise<Caught>): Promise<HealEnd> {
  const first = await Promise.race([caught, watchDownload(id)]);
  if (typeof first !== "string") return endCaught(id, first);
  if (first === "complete") return "unchecked";
  // The browser could go on with it later, when nobody looks.
  await giveUp(id);
  return "interrupted";
}

/** Begins a download in the browser, and sees to it that it ends when it is to be stopped, or its page goes. */
async function run(
  { mirror, path, signal, onBegin }: HealWish,
  token: string,
  caught: Promise<Caught>,
): Promise<HealEnd> {
  const unguard = await guardDownload(token);
  let onStop = (): void => undefined;
  try {
    const id = await beginDownload(markUrl(mirror.url_prefix + path, token), nameOf(path));
    onBegin(id);
    onStop = () => void giveUp(id);
    signal.addEventListener("abort", onStop);
    if (signal.aborted) await giveUp(id);
    return await follow(id, caught);
  } finally {
    unguard();
    // What has ended is its user's, also when the next download takes this one's turn.
    signal.removeEventListener("abort", onStop);
  }
}

/**
 * Lets the browser download a file from a mirror, and heals it while it comes (Firefox): one copy on the disk, in the browser's
 * own list of downloads, and no byte of it that is not the file's. Never completes what is not whole: what the browser has to begin
 * anew, as after the machine slept, ends without a file.
 */
export async function healDownload(wish: HealWish): Promise<HealEnd> {
  const [token, over] = [crypto.randomUUID(), new AbortController()];
  const fetchPieces = wish.openElsewhere(AbortSignal.any([wish.signal, over.signal]));
  let release = (): void => undefined;
  const caught = new Promise<Caught>((resolve) => {
    release = catchAnswer(token, (filter) => resolve({ filter, passed: passFilter(filter, { ...wish, fetchPieces }) }));
  });
  try {
    return await run(wish, token, caught);
  } catch {
    return "interrupted";
  } finally {
    release();
    // What is still being fetched for it goes nowhere.
    over.abort();
  }
}
