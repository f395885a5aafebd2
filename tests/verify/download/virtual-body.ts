import type { Answer } from "../../../src/verify/download/download-request.ts";
import type { BentAnswer } from "./behaviour.ts";
import type { NetworkPlan, VirtualMirror } from "./virtual-network.ts";

type Controller = ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | ReadableByteStreamController;

/** A connection to a mirror. */
export interface Line {
  readonly plan: NetworkPlan;
  readonly mirror: VirtualMirror;
  readonly signal: AbortSignal;
  readonly onRead: () => void;
  /** The connection is free. */
  readonly onClose: () => void;
}

/** Lets time pass on a connection; rejects when it is broken off. */
export function sleepOn({ plan, signal }: Line, ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      cancel();
      reject(new DOMException("aborted", "AbortError"));
    };
    const cancel = plan.clock.setTimer(() => {
      signal.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    if (signal.aborted) onAbort();
    signal.addEventListener("abort", onAbort, { once: true });
  });
}

/** What a byte stream needs so that a pending read in place learns of the end. */
function close(controller: Controller): void {
  controller.close();
  if ("byobRequest" in controller) controller.byobRequest?.respond(0);
}

async function sendNext(line: Line, answer: BentAnswer, controller: Controller, sent: number): Promise<number> {
  const { bytes, until, then } = answer;
  const end = Math.min(bytes.length, until);
  if (sent < end) {
    const part = bytes.slice(sent, Math.min(sent + line.plan.chunk, end));
    const { length } = part;
    await sleepOn(line, length / line.mirror.rate);
    // A byte stream takes the buffer away.
    controller.enqueue(part);
    return sent + length;
  }
  if (then === "hang" && until < bytes.length) await sleepOn(line, 1e12);
  if (then === "reset" && until < bytes.length) throw new TypeError("terminated");
  line.onRead();
  line.onClose();
  close(controller);
  return sent;
}

/** Makes the body of an answer, which comes as fast as the mirror sends and ends as it behaves. */
export function createVirtualBody(line: Line, answer: BentAnswer): NonNullable<Answer["body"]> {
  let sent = 0;
  // A reader that cancels while a packet is on its way must not hear of it.
  const onAbort = new AbortController();
  line.signal.addEventListener("abort", () => onAbort.abort(), { once: true });
  const own = { ...line, signal: onAbort.signal };
  const pull = async (controller: Controller): Promise<void> => {
    try {
      sent = await sendNext(own, answer, controller, sent);
    } catch (error) {
      line.onClose();
      if (!isCancelled) throw error;
    }
  };
  let isCancelled = false;
  const cancel = (): void => {
    isCancelled = true;
    onAbort.abort();
    line.onClose();
  };
  line.signal.addEventListener("abort", line.onClose, { once: true });
  const source = { pull, cancel };
  if (line.plan.isByteStream) return new ReadableStream({ ...source, type: "bytes" });
  return new ReadableStream<Uint8Array<ArrayBuffer>>(source, { highWaterMark: 0 });
}
