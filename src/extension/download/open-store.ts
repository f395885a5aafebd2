import type { Kept, Sink } from "../../verify/download/download-request.ts";
import type { Opened, StoreAnswer, StoreOrder, StorePlan } from "./store-order.ts";
import type { Target } from "./target.ts";

/** A place for pieces that a worker checks and writes. */
export type Store = Sink & Pick<Target, "checked" | "close">;

interface Waiter {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

type Ask = <Answer extends StoreAnswer>(order: StoreOrder, transfer?: Transferable[]) => Promise<Answer>;

const BROKEN = "the storing worker did not start, or broke down";

/** Makes what gives a worker orders; it answers them one after the other. */
function createAsk(worker: Worker): Ask {
  const waiters: Waiter[] = [];
  let isBroken = false;
  worker.addEventListener("message", ({ data }: MessageEvent<StoreAnswer>) => {
    const waiter = waiters.shift();
    if ("failed" in data) waiter?.reject(new Error(data.failed));
    else waiter?.resolve(data);
  });
  const breakDown = (): void => {
    isBroken = true;
    for (const { reject } of waiters.splice(0)) reject(new Error(BROKEN));
  };
  for (const event of ["error", "messageerror"]) worker.addEventListener(event, breakDown);
  return <Answer extends StoreAnswer>(order: StoreOrder, transfer: Transferable[] = []) =>
    new Promise<Answer>((resolve, reject) => {
      if (isBroken) return reject(new Error(BROKEN));
      waiters.push({ resolve: resolve as Waiter["resolve"], reject });
      worker.postMessage(order, transfer);
    });
}

/** Opens a place for pieces by a worker that runs `store-worker.ts`. Rejects, as do its functions, when the place can't be written. */
export async function openStore(worker: Worker, plan: StorePlan): Promise<Store> {
  const ask = createAsk(worker);
  const { checked } = await ask<Opened>({ open: plan });
  return {
    checked,
    keep: (piece, bytes) => ask<Kept>({ piece, bytes }, [bytes.buffer]),
    close: async (outcome) => {
      await ask({ close: outcome });
    },
  };
}
