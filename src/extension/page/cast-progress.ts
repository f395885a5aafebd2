import { type Progress, readProgress } from "./progress.ts";

/** Pages of one extension hear each other by it; those of private windows only among themselves. */
const CHANNEL = "fairmirror-progress";

/** How often the popup asks, in ms. */
const ASK_MS = 300;

/** A page that left so many questions unanswered is gone. */
const MOST_SILENT = 3;

/** What the popup asks all pages: how far is the download of each? The page that it follows tells also what became of one. */
interface Question {
  readonly followed: string | undefined;
}

/** The progress of a page's download, and which page it is. */
interface Answer {
  readonly page: string;
  readonly progress: Progress;
}

/** One page at most is in such a state. */
function isUnderWay({ state }: Progress): boolean {
  return ["running", "writing", "checking", "saving"].includes(state);
}

/** Tells the popup, when it asks, how far the download of a section has come, and its end if the popup saw it; else nothing. */
export function castProgress(section: HTMLElement): void {
  const [channel, page] = [new BroadcastChannel(CHANNEL), crypto.randomUUID()];
  channel.addEventListener("message", ({ data }: MessageEvent<Question | Answer>) => {
    if (!("followed" in data)) return;
    const progress = readProgress(section);
    // A popup that is opened later shows what is offered by then.
    const isOfUse = isUnderWay(progress) || progress.state === "paused" || data.followed === page;
    if (isOfUse) channel.postMessage({ page, progress } satisfies Answer);
  });
}

/** Hears, again and again, how far a download has come that runs in an open page; where none runs, of one that waits in a page. */
export function hearProgress(onProgress: (progress: Progress) => void): void {
  const channel = new BroadcastChannel(CHANNEL);
  let [followed, silent]: [string | undefined, number] = [undefined, 0];
  channel.addEventListener("message", ({ data }: MessageEvent<Question | Answer>) => {
    if (!("page" in data)) return;
    const isFree = followed === undefined || silent > MOST_SILENT || isUnderWay(data.progress);
    // What waits in another page says nothing of the download that is shown.
    if (data.page !== followed && !isFree) return;
    [followed, silent] = [data.page, 0];
    onProgress(data.progress);
  });
  const ask = (): void => {
    silent += 1;
    channel.postMessage({ followed } satisfies Question);
  };
  setInterval(ask, ASK_MS);
  ask();
}
