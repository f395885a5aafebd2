import { type GuardAnswer, type GuardWord, isHealerQuestion, nameGuard } from "./guard-words.ts";

/** How often the page is heard of, in ms: Firefox ends a background that hears nothing for 30 s. */
const BEAT_MS = 1000;

/** Answers for a download that this page heals; gives what ends that. */
function answerForHealer(token: string): () => void {
  const { onMessage } = chrome.runtime;
  const answer = (message: unknown, _sender: unknown, reply: (isHere: boolean) => void): void => {
    if (isHealerQuestion(message) && message.token === token) reply(true);
  };
  onMessage.addListener(answer);
  return () => onMessage.removeListener(answer);
}

/**
 * Lets the background end the download with a token when this page goes, as when its tab is closed: without its filter Firefox
 * takes the rest as it comes, and calls a file with a gap in it whole. Kept once the background has noted it, and before that nothing may
 * begin; gives what says that the download has ended. Rejects when the background can't note anything.
 */
export async function guardDownload(token: string): Promise<() => void> {
  const stopAnswering = answerForHealer(token);
  let port: chrome.runtime.Port | undefined;
  const say = (word: GuardWord): void => port?.postMessage(word);
  const beat = setInterval(() => say("here"), BEAT_MS);
  const connect = (onAnswer: (answer: GuardAnswer) => void): void => {
    port = chrome.runtime.connect({ name: nameGuard(token) });
    // A background that was ended all the same does not know of the download when it is back.
    port.onDisconnect.addListener(again);
    port.onMessage.addListener(onAnswer);
  };
  const again = (): void => connect(() => undefined);
  const end = (): void => {
    clearInterval(beat);
    port?.onDisconnect.removeListener(again);
    say("over");
    port?.disconnect();
    stopAnswering();
  };
  if ((await new Promise<GuardAnswer>(connect)) === "noted") return end;
  end();
  throw new Error("the background could not note the download");
}
