import { giveUp } from "./give-up.ts";

const NAME = /^guard (\d+)$/;

/** How often the page is heard of, in ms: Firefox ends a background that hears nothing for 30 s. */
const BEAT_MS = 1000;

/** The page is there; or needs its guard no more. */
type Word = "here" | "over";

/**
 * Lets the background give one of the browser's own downloads up when this page goes, as when its tab is closed: without its filter
 * Firefox would take the rest as it comes, and call a file with a gap in it whole. Gives what says that the download has ended.
 */
export function guardDownload(id: number): () => void {
  let port: chrome.runtime.Port | undefined;
  const connect = (): void => {
    port = chrome.runtime.connect({ name: `guard ${id}` });
    // A background that was ended all the same does not know of the download when it is back.
    port.onDisconnect.addListener(connect);
  };
  const say = (word: Word): void => port?.postMessage(word);
  connect();
  const beat = setInterval(() => say("here"), BEAT_MS);
  return () => {
    clearInterval(beat);
    port?.onDisconnect.removeListener(connect);
    say("over");
    port?.disconnect();
  };
}

function isOwnPage({ url = "" }: chrome.runtime.MessageSender): boolean {
  return url.startsWith(chrome.runtime.getURL(""));
}

/** Gives downloads up whose page is gone; for the background. */
export function endUnguarded(): void {
  chrome.runtime.onConnect.addListener(({ name, sender, onMessage, onDisconnect }) => {
    const [, id] = NAME.exec(name) ?? [];
    if (id === undefined || !sender || !isOwnPage(sender)) return;
    const end = (): void => void giveUp(Number(id));
    onDisconnect.addListener(end);
    onMessage.addListener((word: Word) => {
      if (word === "over") onDisconnect.removeListener(end);
    });
  });
}
