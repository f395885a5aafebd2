import { createFilterWriter } from "./filter-writer.ts";
import { createStreamHealer, type StreamHealing } from "./heal-stream.ts";
import type { StreamFilter } from "./stream-filter.ts";

/** With so many bytes waiting a stream is held up, and with a quarter of them it goes on. */
const MOST_WAITING_BYTES = 2 ** 26;

/** A stream that brings nothing for so long has stalled. */
const STALL_MS = 10_000;

/** How a stream has passed: whole; with a piece that could be had from nowhere; or not to its end, as when the browser's user cancels the download. */
export type PassEnd = "whole" | "unmendable" | "interrupted";

/** Holds a stream up, and sees when it stalls. */
interface Hold {
  readonly onData: () => void;
  readonly onWaiting: (pieces: number) => void;
  /** The stream has ended, or is of no more interest. */
  readonly end: () => void;
}

/** Firefox throws when the stream has ended by then, which it may tell only later. */
function attempt(act: () => void): void {
  try {
    act();
  } catch {
    // There is nothing left to be held up.
  }
}

function holdStream(filter: StreamFilter, most: number, onStall: () => void): Hold {
  let state: "flows" | "held" | "over" = "flows";
  let timer: ReturnType<typeof setTimeout> | undefined;
  const turn = (next: typeof state, act = (): void => undefined): void => {
    state = next;
    attempt(act);
    clearTimeout(timer);
    // What is held up brings nothing, and is not to blame.
    if (state === "flows") timer = setTimeout(onStall, STALL_MS);
  };
  turn("flows");
  return {
    onData: () => turn(state),
    onWaiting: (pieces) => {
      if (state === "flows" && pieces >= most) turn("held", () => filter.suspend());
      else if (state === "held" && pieces <= most / 4) turn("flows", () => filter.resume());
    },
    // What is held up would take no bytes.
    end: () => (state === "held" ? turn("over", () => filter.resume()) : turn("over")),
  };
}

/**
 * Lets the body of an answer pass through a healer: what the browser gets is the file. Gives how that ended; the
 * filter stays open, since closing it makes the browser take what it got for whole. At most `mostWaiting` bytes wait to be checked.
 */
export function passFilter(
  filter: StreamFilter,
  healing: Pick<StreamHealing, "list" | "digest" | "fetchPieces" | "onPiece" | "onBad">,
  mostWaiting = MOST_WAITING_BYTES,
): Promise<PassEnd> {
  const most = Math.max(Math.floor(mostWaiting / healing.list.length), 2);
  return new Promise((resolve) => {
    const writer = createFilterWriter(filter);
    const finish = (): void => {
      hold.end();
      const drained = healer.end().then((isWhole) => writer.drain().then(() => (isWhole ? "whole" : "unmendable")));
      drained.then(resolve, () => resolve("interrupted"));
    };
    const hold = holdStream(filter, most, finish);
    const { onWaiting } = hold;
    const healer = createStreamHealer({ ...healing, write: writer.write, onWaiting, onUseless: finish });
    filter.ondata = ({ data }) => {
      hold.onData();
      healer.push(new Uint8Array(data));
    };
    filter.onstop = finish;
    filter.onerror = () => {
      hold.end();
      resolve("interrupted");
    };
  });
}
