import { spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";

/**
 * A Chromium that is told what to do over its debugging pipe, and looked at no further: Playwright has every page's traffic
 * recorded, which takes several times the work of the download itself.
 */
export interface ChromiumPipe {
  readonly open: (url: string) => Promise<PipePage>;
  readonly close: () => Promise<void>;
}

/** A page of it. */
export interface PipePage {
  /** Gives the value of an expression there, as if in a click. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  readonly close: () => Promise<unknown>;
}

interface Answer {
  readonly id?: number;
  readonly error?: { readonly message: string };
  readonly result?: Readonly<Record<string, unknown>>;
}

type Send = (method: string, params?: object, sessionId?: string) => Promise<Readonly<Record<string, unknown>>>;

/** Messages are JSON, each with a zero behind it. */
function speak(output: Writable, input: Readable): Send {
  const waiters = new Map<number, (answer: Answer) => void>();
  let [rest, last] = ["", 0];
  input.setEncoding("utf8").on("data", (text: string) => {
    const messages = (rest + text).split("\0");
    rest = messages.pop() ?? "";
    for (const answer of messages.map((message) => JSON.parse(message) as Answer)) {
      waiters.get(answer.id ?? 0)?.(answer);
      waiters.delete(answer.id ?? 0);
    }
  });
  return (method, params = {}, sessionId) => {
    const id = ++last;
    output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => {
      waiters.set(id, ({ error, result = {} }) => (error ? reject(new Error(error.message)) : resolve(result)));
    });
  };
}

async function openPage(send: Send, url: string): Promise<PipePage> {
  const { targetId } = await send("Target.createTarget", { url });
  const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
  return {
    evaluate: async (expression) => {
      const params = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
      const { result, exceptionDetails } = await send("Runtime.evaluate", params, sessionId as string);
      if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
      return (result as { readonly value?: unknown }).value;
    },
    close: () => send("Target.closeTarget", { targetId }),
  };
}

/** Starts Chromium with a debugging pipe. */
export function startChromiumPipe(program: string, words: readonly string[]): ChromiumPipe {
  const child = spawn(program, ["--remote-debugging-pipe", ...words], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const send = speak(child.stdio[3] as Writable, child.stdio[4] as Readable);
  return {
    open: (url) => openPage(send, url),
    close: async () => {
      void send("Browser.close").catch(() => undefined);
      await ended;
    },
  };
}
