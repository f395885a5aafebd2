import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { findEngineUser } from "./engine-user.ts";
import { waitUntil } from "./wait-until.ts";

/** How an engine is started. */
export interface EngineCommand {
  readonly program: string;
  /** With whatever keeps it in the foreground. */
  readonly words: readonly string[];
  readonly folder: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Tells from its log, or by asking it, whether it answers; what it throws means not yet. */
  readonly isReady: (log: string) => boolean | Promise<boolean>;
}

/** An engine that runs. */
export interface Engine {
  readonly pid: number;
  /** All that it said so far. */
  readonly log: () => string;
  /** Ends it, with whatever it started itself. */
  readonly stop: () => Promise<void>;
}

/** An engine has so long to end by itself. */
const STOP_MS = 5_000;

/** An engine is the head of a process group, so that its workers end with it. */
function killGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // There is none any more.
  }
}

/** Ends an engine that a test did not live to stop. */
function killWithUs(child: ChildProcess): () => void {
  const kill = (): void => killGroup(child, "SIGKILL");
  const leave = (): never => process.exit(1);
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  process.on("exit", kill);
  for (const signal of signals) process.on(signal, leave);
  return () => {
    process.off("exit", kill);
    for (const signal of signals) process.off(signal, leave);
  };
}

function spawnEngine({ program, words, folder, env }: EngineCommand): ChildProcess {
  return spawn(program, words, {
    ...findEngineUser(),
    cwd: folder,
    env: { PATH: process.env["PATH"], HOME: folder, TMPDIR: folder, LANG: "C.UTF-8", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
}

function collectLog({ stdout, stderr }: ChildProcess): () => string {
  const parts: Buffer[] = [];
  for (const stream of [stdout, stderr]) stream?.on("data", (part: Buffer) => parts.push(part));
  return () => Buffer.concat(parts).toString();
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function stopEngine(child: ChildProcess): Promise<void> {
  const late = setTimeout(() => killGroup(child, "SIGKILL"), STOP_MS);
  killGroup(child, "SIGTERM");
  if (child.pid !== undefined && !hasEnded(child)) await once(child, "exit");
  clearTimeout(late);
  killGroup(child, "SIGKILL");
}

/** Gives undefined as soon as the engine answers, else what went wrong. */
async function waitForAnswer(
  child: ChildProcess,
  { isReady }: EngineCommand,
  log: () => string,
): Promise<string | undefined> {
  let fault: string | undefined;
  child.once("exit", (code, signal) => (fault = `ended with ${code ?? signal ?? ""}`));
  child.once("error", ({ message }) => (fault = message));
  try {
    await waitUntil("it answers", async () => fault !== undefined || (await isReady(log())));
    return fault;
  } catch (error) {
    return String(error);
  }
}

/**
 * Starts an engine and waits until it answers. It runs as nobody where this process is root, and ends with this process whatever
 * happens. Rejects with its log when it ends or does not get ready.
 */
export async function startEngine(command: EngineCommand): Promise<Engine> {
  const child = spawnEngine(command);
  const log = collectLog(child);
  const forget = killWithUs(child);
  const stop = (): Promise<void> => stopEngine(child).finally(forget);
  const fault = await waitForAnswer(child, command, log);
  if (fault === undefined && child.pid !== undefined) return { pid: child.pid, log, stop };
  await stop();
  throw new Error(`${command.program}: ${fault ?? ""}; its log:\n${log()}`);
}
