import { findPart } from "../../verify/find-part.ts";
import { isUnderWay } from "./is-under-way.ts";
import { type Act, type Progress, readProgress } from "./progress.ts";

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
  /** Whether going on takes a question that may be asked only in a click in the page. */
  readonly asksFirst: boolean;
}

/** What the popup wants a page to do: what its own button does. */
interface Order {
  readonly page: string;
  readonly act: Act;
}

type Message = Question | Answer | Order;

function obey(section: HTMLElement, act: Act): void {
  const button = findPart(section, act);
  // It may have come to its end meanwhile.
  if (!button.hidden) button.click();
}

/**
 * Tells the popup, when it asks, how far the download of a section has come, and its end if the popup saw it; else nothing. Does what
 * the popup wants. `asksFirst` tells whether going on takes a question that may be asked only in a click in the page.
 */
export function castProgress(section: HTMLElement, asksFirst: () => boolean): void {
  const [channel, page] = [new BroadcastChannel(CHANNEL), crypto.randomUUID()];
  channel.addEventListener("message", ({ data }: MessageEvent<Message>) => {
    if ("act" in data && data.page === page && (data.act === "pause" || !asksFirst())) obey(section, data.act);
    if (!("followed" in data)) return;
    const progress = readProgress(section);
    // A popup that is opened later shows what is offered by then.
    const isOfUse = isUnderWay(progress.state) || progress.state === "paused" || data.followed === page;
    if (isOfUse) channel.postMessage({ page, progress, asksFirst: asksFirst() } satisfies Answer);
  });
}

/** A download that the popup shows. */
export type Heard = Omit<Answer, "page">;

/**
 * Hears, again and again, how far a download has come that runs in an open page; where none runs, of one that waits in a page. Gives
 * what asks that page to do something.
 */
export function hearProgress(onProgress: (heard: Heard) => void): (act: Act) => void {
  const channel = new BroadcastChannel(CHANNEL);
  let [followed, silent]: [string | undefined, number] = [undefined, 0];
  channel.addEventListener("message", ({ data }: MessageEvent<Message>) => {
    if (!("progress" in data)) return;
    // In one page at most a download is under way.
    const isFree = followed === undefined || silent > MOST_SILENT || isUnderWay(data.progress.state);
    // What waits in another page says nothing of the download that is shown.
    if (data.page !== followed && !isFree) return;
    [followed, silent] = [data.page, 0];
    onProgress(data);
  });
  const ask = (): void => {
    silent += 1;
    channel.postMessage({ followed } satisfies Question);
  };
  setInterval(ask, ASK_MS);
  ask();
  return (act) => {
    if (followed !== undefined) channel.postMessage({ page: followed, act } satisfies Order);
  };
}
