import { randomBytes } from "node:crypto";
import { link, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { setTimeout as wait } from "node:timers/promises";

/** How long others are waited for: they hold a lock for the moment of reading, joining and writing. */
const PATIENCE_MS = 30_000;

/** After how long a lock of another machine counts as left behind. */
const STALE_MS = 60_000;

const PAUSE_MS = 25;

function hasCode(error: unknown, code: string): boolean {
  return (error as NodeJS.ErrnoException).code === code;
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return hasCode(error, "EPERM");
  }
}

async function isStale(lock: string, owner: string): Promise<boolean> {
  const [machine, processId] = owner.split(" ");
  if (machine === hostname()) return !isRunning(Number(processId));
  const { mtimeMs } = await stat(lock);
  return Date.now() - mtimeMs > STALE_MS;
}

/** Takes away a lock that was left behind. Who was replaced in the meantime gets his back: two may see the same dead one. */
async function breakLock(lock: string, owner: string): Promise<void> {
  const aside = `${lock}.${randomBytes(6).toString("hex")}`;
  await rename(lock, aside);
  if ((await readFile(aside, "utf8")) !== owner) await link(aside, lock);
  await rm(aside, { force: true });
}

async function breakStaleLock(lock: string): Promise<void> {
  try {
    const owner = await readFile(lock, "utf8");
    if (await isStale(lock, owner)) await breakLock(lock, owner);
  } catch (error) {
    // Its owner was done in the meantime, or another one broke it.
    if (!hasCode(error, "ENOENT") && !hasCode(error, "EEXIST")) throw error;
  }
}

/** Places a lock that has its words from the first moment: a link to a file that is already whole. */
async function tryLock(lock: string, owner: string): Promise<boolean> {
  const draft = `${lock}.${randomBytes(6).toString("hex")}`;
  await writeFile(draft, owner, { flag: "wx" });
  try {
    await link(draft, lock);
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/**
 * Does some work while no other program does its own on the same file. The lock stands beside the file, as `FILE.lock`; one that
 * a killed program left is broken. Throws when another holds it for longer than 30 s.
 */
export async function withLock<Value>(path: string, work: () => Promise<Value>): Promise<Value> {
  const lock = `${path}.lock`;
  const owner = `${hostname()} ${process.pid} ${randomBytes(6).toString("hex")}`;
  const end = Date.now() + PATIENCE_MS;
  while (!(await tryLock(lock, owner))) {
    if (Date.now() > end)
      throw new Error(`${lock}: must be free, got a lock of "${await readFile(lock, "utf8")}"; remove it if none runs`);
    await breakStaleLock(lock);
    await wait(PAUSE_MS);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}
