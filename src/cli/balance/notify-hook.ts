import { type ChildProcess, spawn } from "node:child_process";

/** How long a hook may take, in milliseconds. */
const HOOK_TIMEOUT_MS = 30_000;

/** A program to call, and what it is told. */
export interface HookCall {
  /** A program's file; no shell reads it, and it gets no arguments. */
  readonly command: string;
  /** Goes to its standard input as JSON. */
  readonly message: object;
  readonly timeoutMs?: number;
}

function describeEnd(code: number | null, signal: NodeJS.Signals | null): string | undefined {
  if (code === 0) return undefined;
  return signal ? `it took too long or was killed (${signal})` : `it ended with ${code ?? "no code"}`;
}

/** Some commands, such as an empty one, fail before there is a process: a throw would end whoever goes on for weeks. */
function startHook({ command, timeoutMs = HOOK_TIMEOUT_MS }: HookCall): ChildProcess | Error {
  try {
    return spawn(command, [], { stdio: ["pipe", "ignore", "ignore"], timeout: timeoutMs, killSignal: "SIGKILL" });
  } catch (error) {
    return error as Error;
  }
}

/** Calls a hook, and kills it when its time is over. Gives what went wrong, in words; never rejects. */
export async function notifyHook(call: HookCall): Promise<string | undefined> {
  const child = startHook(call);
  if (child instanceof Error) return child.message;
  const ended = new Promise<string | undefined>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(describeEnd(code, signal)));
  });
  // Whether it reads what it is told is its own affair.
  child.stdin?.on("error", () => undefined).end(`${JSON.stringify(call.message)}\n`);
  return ended.finally(() => child.stdin?.destroy());
}
