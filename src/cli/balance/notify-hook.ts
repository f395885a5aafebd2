import { type ChildProcess, spawn } from "node:child_process";

/** How long a hook may take, in milliseconds. */
const HOOK_TIMEOUT_MS = 30_000;

/** How long a hook may take to end by itself once it is told to, in milliseconds. */
const GRACE_MS = 1_000;

/** A program to call, and what it is told. */
export interface HookCall {
  /** A program's file; no shell reads it, and it gets no arguments. */
  readonly command: string;
  /** Goes to its standard input as JSON. */
  readonly message: object;
  readonly timeoutMs?: number;
  /** Ends the hook early: by SIGTERM, and by SIGKILL where it takes no notice. */
  readonly signal?: AbortSignal | undefined;
  readonly graceMs?: number;
}

function describeEnd(code: number | null, signal: NodeJS.Signals | null): string | undefined {
  if (code === 0) return undefined;
  return signal ? `it took too long or was killed (${signal})` : `it ended with ${code ?? "no code"}`;
}

/** Some commands, such as an empty one, fail before there is a process: a throw would end whoever goes on for weeks. */
function startHook({ command }: HookCall): ChildProcess | Error {
  try {
    return spawn(command, [], { stdio: ["pipe", "ignore", "ignore"] });
  } catch (error) {
    return error as Error;
  }
}

/**
 * Lets a process end by its time or by a signal; gives what lets go of it. The `timeout` of spawn would hold the program up where the
 * command is not there: it goes on when nothing was begun.
 */
function limitHook(
  child: ChildProcess,
  { signal, timeoutMs = HOOK_TIMEOUT_MS, graceMs = GRACE_MS }: HookCall,
): () => void {
  const killIn = (ms: number): NodeJS.Timeout => setTimeout(() => child.kill("SIGKILL"), ms);
  let timer = killIn(timeoutMs);
  const end = (): void => {
    clearTimeout(timer);
    child.kill("SIGTERM");
    timer = killIn(graceMs);
  };
  signal?.addEventListener("abort", end, { once: true });
  return () => {
    signal?.removeEventListener("abort", end);
    clearTimeout(timer);
  };
}

/** Calls a hook, and kills it when its time is over. Gives what went wrong, in words; never rejects. */
export async function notifyHook(call: HookCall): Promise<string | undefined> {
  const child = startHook(call);
  if (child instanceof Error) return child.message;
  const ended = new Promise<string | undefined>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(describeEnd(code, signal)));
  });
  const letGo = limitHook(child, call);
  // Whether it reads what it is told is its own affair.
  child.stdin?.on("error", () => undefined).end(`${JSON.stringify(call.message)}\n`);
  return ended.finally(() => {
    letGo();
    child.stdin?.destroy();
  });
}
