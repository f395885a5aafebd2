import { type Progress, readProgress } from "./progress.ts";

/** Pages of one extension hear each other by it; those of private windows only among themselves. */
const CHANNEL = "fairmirror-progress";

/** How often the popup asks, in ms. */
const ASK_MS = 300;

const BUSY = ["running", "writing", "checking", "saving", "paused"];

/** What the popup asks: whether a download is under way, and once it has heard of one, what became of it. */
type Question = "ask" | "ask-on";

function isQuestion(message: unknown): message is Question {
  return message === "ask" || message === "ask-on";
}

/** Tells the popup, when it asks, how far the download of a section has come, and its end if the popup saw it run; else nothing. */
export function castProgress(section: HTMLElement): void {
  const channel = new BroadcastChannel(CHANNEL);
  let isFollowed = false;
  channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (!isQuestion(data)) return;
    const progress = readProgress(section);
    // A popup that is opened later shows what is offered by then.
    isFollowed = BUSY.includes(progress.state) || (isFollowed && data === "ask-on");
    if (isFollowed) channel.postMessage(progress);
  });
}

/** Hears, again and again, how far a download has come that runs in an open page. */
export function hearProgress(onProgress: (progress: Progress) => void): void {
  const channel = new BroadcastChannel(CHANNEL);
  let question: Question = "ask";
  channel.addEventListener("message", ({ data }: MessageEvent<Progress | Question>) => {
    if (isQuestion(data)) return;
    question = "ask-on";
    onProgress(data);
  });
  const ask = (): void => channel.postMessage(question);
  setInterval(ask, ASK_MS);
  ask();
}
