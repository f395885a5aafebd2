import { spawn, type ChildProcess, type SpawnOptions } from "node:child_process";
import { once } from "node:events";

/** A program that runs beside the tests. */
export interface ChildProgram {
  readonly process: ChildProcess;
  readonly hasEnded: () => boolean;
  /** Asks it to end and waits until it has. */
  readonly stop: () => Promise<void>;
}

/** Starts a program. */
export function startProgram(path: string, words: readonly string[], options: SpawnOptions): ChildProgram {
  const child = spawn(path, words, options);
  const ended = once(child, "exit").catch(() => undefined);
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  return {
    process: child,
    hasEnded,
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}
