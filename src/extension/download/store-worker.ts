/**
 * The worker that checks and writes what the downloading worker fetches, so that the one reads from the mirrors while the other
 * hashes and writes to the disk. Gets `StoreOrder`s, and gives a `StoreAnswer` to each, in their order: a piece is hashed while the
 * ones before it are written.
 *
 * @module
 */
import { digestNatively } from "../../verify/digest-natively.ts";
import { createSink } from "../../verify/download/create-sink.ts";
import { openFile } from "./open-file.ts";
import { openStorage } from "./open-storage.ts";
import type { Store } from "./open-store.ts";
import type { StoreAnswer, StoreOrder, StorePlan } from "./store-order.ts";

async function open({ place, list, damaged }: StorePlan): Promise<Store> {
  const target = await (place.kind === "file"
    ? openFile(place.handle, list)
    : openStorage({ ...place, list, damaged }));
  return { ...target, ...createSink({ list, digest: digestNatively, write: target.write }) };
}

let opening: Promise<Store> | undefined;

async function follow(order: StoreOrder): Promise<StoreAnswer> {
  if ("open" in order) {
    opening = open(order.open);
    return { checked: (await opening).checked };
  }
  const store = await opening;
  if (!store) throw new TypeError("expected a place to be opened first");
  if ("piece" in order) return store.keep(order.piece, order.bytes);
  await store.close(order.close);
  return { closed: true };
}

function answer(message: StoreAnswer): void {
  const transfer = "buffer" in message ? [message.buffer] : [];
  (self as unknown as Pick<Worker, "postMessage">).postMessage(message, transfer);
}

let last = Promise.resolve();

addEventListener("message", ({ data }: MessageEvent<StoreOrder>) => {
  // Only pieces do not wait for what came before: there are as many as the downloading worker has connections.
  const begun = "piece" in data ? follow(data) : last.then(() => follow(data));
  const answered = begun.catch((error: unknown) => ({ failed: String(error) }));
  last = last
    .then(() => answered)
    .then(answer)
    .catch(reportError);
});
