import { randomBytes } from "node:crypto";
import { readFile, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import type { Problem } from "../../core/problem.ts";
import { showValue } from "../../core/show-value.ts";
import { explainUnwritable } from "../write-output.ts";
import { breakLock, hasCode, placeLock } from "./place-lock.ts";

/** How long others are waited for: they hold a lock for the moment of reading, joining and writing. */
const PATIENCE_MS = 30_000;

/**
 * After how long a lock counts as left behind, whoever has it: another machine's processes cannot be seen, and the number of a dead
 * process is soon that of another, in a container even one's own.
 */
const STALE_MS = 60_000;

const PAUSE_MS = 25;

/** What came of work under a lock: its result, or why it was not begun. */
export type LockedWork<Value> = { readonly value: Value } | { readonly problem: Problem };

function nameLock(path: string): string {
  return `${path}.lock`;
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return hasCode(error, "EPERM");
  }
}

function isOfDeadProcess(owner: string): boolean {
  const [machine, processId = ""] = owner.trim().split(/\s+/);
  return machine === hostname() && /^[1-9]\d{0,9}$/.test(processId) && !isRunning(Number(processId));
}

/** Finds out by its age whether a lock was left behind; one from the future is as old as it is far off, as clocks were set. */
async function isOld(lock: string): Promise<boolean> {
  const { mtimeMs } = await stat(lock);
  return Math.abs(Date.now() - mtimeMs) > STALE_MS;
}

async function breakStaleLock(lock: string): Promise<void> {
  try {
    const owner = await readFile(lock, "utf8");
    if (isOfDeadProcess(owner) || (await isOld(lock))) await breakLock(lock, owner);
  } catch (error) {
    // Its owner was done in the meantime, or another one broke it.
    if (!hasCode(error, "ENOENT", "EEXIST")) throw error;
  }
}

async function readOwner(lock: string): Promise<string | undefined> {
  return readFile(lock, "utf8").catch(() => undefined);
}

async function lockedFile(lock: string): Promise<Problem> {
  const owner = (await readOwner(lock))?.trim() ?? "";
  return {
    code: "locked-file",
    file: lock,
    pointer: "",
    message: `must be free, got a lock of ${showValue(owner)}`,
    cure: "run it again when that program has ended; if there is none, remove the lock",
  };
}

/** What keeps the lock out keeps out the file beside it, too; but for a folder that has the lock's name. */
function unplacedLock(path: string, lock: string, error: unknown): Problem {
  if (!hasCode(error, "EISDIR")) return explainUnwritable(error, path);
  return { ...explainUnwritable(error, lock), cure: "remove it: a lock is to stand there" };
}

async function takeLock(path: string, owner: string, patienceMs: number): Promise<Problem | undefined> {
  const lock = nameLock(path);
  const end = performance.now() + patienceMs;
  try {
    while (!(await placeLock(lock, owner))) {
      await breakStaleLock(lock);
      if (performance.now() > end) return await lockedFile(lock);
      await wait(PAUSE_MS);
    }
    return undefined;
  } catch (error) {
    return unplacedLock(path, lock, error);
  }
}

/** Gives a lock back, unless it was broken and is another's by now. One that cannot be removed is broken by its age. */
async function releaseLock(lock: string, owner: string): Promise<void> {
  if ((await readOwner(lock)) === owner) await rm(lock, { force: true }).catch(() => undefined);
}

/**
 * Does some work while no other program does its own on the same file. The lock stands beside the file, as `FILE.lock`; one that
 * a killed program left, or that is older than a minute, is broken. When another holds it for longer than 30 s, or it cannot be
 * placed, the work is not begun. `findLoss` tells whether it was lost meanwhile, as to who slept for a minute: look before writing.
 */
export async function withLock<Value>(
  path: string,
  work: (findLoss: () => Promise<Problem | undefined>) => Promise<Value>,
  { patienceMs = PATIENCE_MS }: { readonly patienceMs?: number } = {},
): Promise<LockedWork<Value>> {
  const lock = nameLock(path);
  const owner = `${hostname()} ${process.pid} ${randomBytes(6).toString("hex")}`;
  const problem = await takeLock(path, owner, patienceMs);
  if (problem) return { problem };
  const findLoss = async () => ((await readOwner(lock)) === owner ? undefined : lockedFile(lock));
  try {
    return { value: await work(findLoss) };
  } finally {
    await releaseLock(lock, owner);
  }
}

/** Tells whether a file could be locked now, so that nobody waits for what could not be kept. */
export async function checkLock(path: string): Promise<Problem[]> {
  const outcome = await withLock(path, () => Promise.resolve());
  return "problem" in outcome ? [outcome.problem] : [];
}
