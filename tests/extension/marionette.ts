import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** Firefox's own remote protocol, the only one that opens an extension's pages. */
export interface Marionette {
  readonly send: (command: string, parameters?: object) => Promise<unknown>;
  readonly close: () => void;
}

type Answer = readonly [1, number, { readonly error: string; readonly message: string } | null, unknown];

interface Waiter {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

const POLL_MS = 50;

/** Takes the first message out of what came: "LENGTH:JSON"; undefined when it is not whole yet. */
function takeMessage(bytes: Buffer): { readonly message: unknown; readonly rest: Buffer } | undefined {
  const colon = bytes.indexOf(":");
  const end = colon + 1 + Number(bytes.subarray(0, Math.max(colon, 0)).toString());
  if (colon < 0 || bytes.length < end) return undefined;
  return { message: JSON.parse(bytes.subarray(colon + 1, end).toString()), rest: bytes.subarray(end) };
}

function settle(waiters: Map<number, Waiter>, [, id, error, value]: Answer): void {
  const waiter = waiters.get(id);
  waiters.delete(id);
  if (error) waiter?.reject(new Error(`${error.error}: ${error.message}`));
  else waiter?.resolve(value);
}

function speak(socket: Socket): Marionette {
  const waiters = new Map<number, Waiter>();
  let [received, last] = [Buffer.alloc(0) as Buffer, 0];
  socket.on("data", (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    for (let taken = takeMessage(received); taken; taken = takeMessage(received)) {
      received = taken.rest;
      // The first message is a greeting.
      if (Array.isArray(taken.message)) settle(waiters, taken.message as unknown as Answer);
    }
  });
  socket.on("close", () => waiters.forEach(({ reject }) => reject(new Error("Firefox is gone"))));
  return {
    send: (command, parameters = {}) => {
      const id = ++last;
      const text = Buffer.from(JSON.stringify([0, id, command, parameters]));
      return new Promise((resolve, reject) => {
        waiters.set(id, { resolve, reject });
        socket.write(`${text.length}:`);
        socket.write(text);
      });
    },
    close: () => socket.destroy(),
  };
}

/** Talks to the Firefox that listens at a port; waits until it does, or rejects when it has ended. */
export async function openMarionette(port: number, hasEnded: () => boolean): Promise<Marionette> {
  while (!hasEnded()) {
    const socket = connect(port, "127.0.0.1");
    const isThere = await once(socket, "connect").then(
      () => true,
      () => false,
    );
    if (isThere) return speak(socket.on("error", () => undefined));
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error("Firefox ended before it listened");
}
