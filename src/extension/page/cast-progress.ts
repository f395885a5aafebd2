import { type Progress, readProgress } from "./progress.ts";

/** Pages of one extension hear each other by it; those of private windows only among themselves. */
const CHANNEL = "fairmirror-progress";

/** How often the popup asks, in ms. */
const ASK_MS = 300;

const BUSY = ["running", "writing", "checking", "saving", "paused"];

/** Tells the popup, when it asks, how far the download of a section has come; nothing while there is none. */
export function castProgress(section: HTMLElement): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", ({ data }) => {
    const progress = readProgress(section);
    if (data === "ask" && BUSY.includes(progress.state)) channel.postMessage(progress);
  });
}

/** Hears, again and again, how far a download has come that runs in an open page. */
export function hearProgress(onProgress: (progress: Progress) => void): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", ({ data }: MessageEvent<Progress | "ask">) => {
    if (data !== "ask") onProgress(data);
  });
  const ask = (): void => channel.postMessage("ask");
  setInterval(ask, ASK_MS);
  ask();
}
