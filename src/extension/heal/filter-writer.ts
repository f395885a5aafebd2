import type { StreamFilter } from "./stream-filter.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** Writes to a filter that takes nothing while it is suspended, nor until it has gone on. */
export interface FilterWriter {
  readonly write: (bytes: Bytes) => void;
  /** Waits until all is written; rejects when the filter has failed, as when its user cancels the download. */
  readonly drain: () => Promise<void>;
}

/** How soon it is tried again: the filter does not say when it takes bytes. */
const RETRY_MS = 20;

function isOver({ status }: StreamFilter): boolean {
  return ["failed", "closed", "disconnected"].includes(status);
}

/** Makes a writer that keeps the order, and holds what is not taken yet. */
export function createFilterWriter(filter: StreamFilter): FilterWriter {
  const waiting: Bytes[] = [];
  const flush = (): void => {
    try {
      for (let [next] = waiting; next; [next] = waiting) {
        filter.write(next);
        waiting.shift();
      }
    } catch {
      // It is suspended, or about to go on.
    }
  };
  const drain = async (): Promise<void> => {
    for (flush(); waiting.length > 0; flush()) {
      if (isOver(filter)) throw new Error("the filter has failed");
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  };
  return {
    write: (bytes) => {
      waiting.push(bytes);
      flush();
    },
    drain,
  };
}
