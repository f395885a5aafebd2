/**
 * The worker that writes what the downloading worker has checked, so that the one reads from the mirrors while the other writes to
 * the disk. Gets `StoreOrder`s, and gives a `StoreAnswer` to each, in their order.
 *
 * @module
 */
import { openFile } from "./open-file.ts";
import { openStorage } from "./open-storage.ts";
import type { StoreAnswer, StoreOrder, StorePlan } from "./store-order.ts";
import type { Target } from "./target.ts";

function openTarget({ place, list, damaged }: StorePlan): Promise<Target> {
  return place.kind === "file" ? openFile(place.handle, list) : openStorage({ ...place, list, damaged });
}

let opening: Promise<Target> | undefined;

async function follow(order: StoreOrder): Promise<StoreAnswer> {
  if ("open" in order) {
    opening = openTarget(order.open);
    return { checked: (await opening).checked };
  }
  const target = await opening;
  if (!target) throw new TypeError("expected a place to be opened first");
  if ("close" in order) {
    await target.close(order.close);
    return { closed: true };
  }
  return { buffer: await target.write(order.position, order.bytes) };
}

function answer(message: StoreAnswer): void {
  const transfer = "buffer" in message ? [message.buffer] : [];
  (self as unknown as Pick<Worker, "postMessage">).postMessage(message, transfer);
}

let last = Promise.resolve();

addEventListener("message", ({ data }: MessageEvent<StoreOrder>) => {
  last = last.then(() => follow(data).catch((error: unknown) => ({ failed: String(error) }))).then(answer);
});
