import { setTimeout as pause } from "node:timers/promises";

/** Generous: it ends what hangs, and says nothing about speed. */
const WAIT_MS = 60_000;
const PAUSE_MS = 20;

/**
 * Asks again and again until something is so, for at most a minute; what throws is not so yet. Rejects with the last that was
 * thrown, if anything was.
 */
export async function waitUntil(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + WAIT_MS;
  let cause: unknown;
  while (Date.now() < end) {
    try {
      if (await isSo()) return;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    await pause(PAUSE_MS);
  }
  throw new Error(`waited ${WAIT_MS / 1000} s in vain until ${what}`, { cause });
}
