import type { StoreAnswer, StoreOrder, StorePlan } from "./store-order.ts";
import type { Target } from "./target.ts";

interface Waiter {
  readonly resolve: (answer: Exclude<StoreAnswer, { failed: string }>) => void;
  readonly reject: (error: Error) => void;
}

/** Makes what gives a worker orders; it answers them one after the other. */
function createAsk(worker: Worker): (order: StoreOrder, transfer?: Transferable[]) => Promise<StoreAnswer> {
  const waiters: Waiter[] = [];
  worker.addEventListener("message", ({ data }: MessageEvent<StoreAnswer>) => {
    const waiter = waiters.shift();
    if ("failed" in data) waiter?.reject(new Error(data.failed));
    else waiter?.resolve(data);
  });
  worker.addEventListener("error", () => {
    for (const { reject } of waiters.splice(0)) reject(new Error("the storing worker did not start"));
  });
  return (order, transfer = []) =>
    new Promise((resolve, reject) => {
      waiters.push({ resolve, reject });
      worker.postMessage(order, transfer);
    });
}

/** Opens a place for pieces by a worker that runs `store-worker.ts`. Rejects, as do its functions, when the place can't be written. */
export async function openStore(worker: Worker, plan: StorePlan): Promise<Target> {
  const ask = createAsk(worker);
  const opened = await ask({ open: plan });
  return {
    checked: "checked" in opened ? opened.checked : [],
    write: async (position, bytes) => {
      const answer = await ask({ position, bytes }, [bytes.buffer]);
      return "buffer" in answer ? answer.buffer : new ArrayBuffer(plan.list.length);
    },
    close: async (outcome) => {
      await ask({ close: outcome });
    },
  };
}
