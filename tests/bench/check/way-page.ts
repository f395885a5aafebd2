/** The page of the comparison: `runWay` hashes the chosen file, or its beginning, in one of the ways. */
import forge from "node-forge";
import { askWorker } from "../../../src/verify/ask-worker.ts";
import { checkFile } from "../../../src/verify/check-file.ts";
import type { Way } from "./way.ts";

declare global {
  interface Window {
    /** Gives the time it took in ms, and the longest that the page stood still meanwhile; rejects when the way cannot be gone here. */
    runWay: (way: Way, bytes: number) => Promise<{ readonly ms: number; readonly blockedMs: number }>;
  }
}

const CHUNK_BYTES = 2 * 2 ** 20;

const WORKERS = 2;

function readBinaryString(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(new Error("unreadable"));
    // What the predecessor's page does, and why it is compared.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    reader.readAsBinaryString(blob);
  });
}

async function runForge(file: Blob): Promise<void> {
  const hash = forge.md.sha256.create();
  for (let start = 0; start < file.size; start += CHUNK_BYTES)
    hash.update(await readBinaryString(file.slice(start, start + CHUNK_BYTES)));
  hash.digest();
}

async function runOurs(file: Blob): Promise<void> {
  const hashes = new Uint8Array(await (await fetch("/pieces")).arrayBuffer());
  const list = { size: file.size, length: 2 ** 20, hashes };
  const verdict = await checkFile({
    ...{ file, expected: list, startWorker: () => new Worker("/check-worker.js"), workers: WORKERS, every: false },
    ...{ onBytes: () => undefined, signal: new AbortController().signal },
  });
  if (verdict.kind !== "verified") throw new Error(`ours said ${verdict.kind} of a right file`);
}

async function runByWorker(way: Way, file: Blob): Promise<void> {
  const answer = await askWorker<string>(new Worker("/way-worker.js"), { way, file });
  if (answer !== "done") throw new Error(answer);
}

/** By as many workers as ours. */
async function runHash(file: Blob): Promise<void> {
  await Promise.all(Array.from({ length: WORKERS }, () => runByWorker("hash", file.slice(0, file.size / WORKERS))));
}

/** Watches how long no timer of the page could run. */
function watchBlocks(): () => number {
  let [last, longest] = [performance.now(), 0];
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 4);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

/** How the ways are gone; the others by one worker. */
const RUNS: Partial<Readonly<Record<Way, (file: Blob) => Promise<void>>>> = {
  hash: runHash,
  ours: runOurs,
  forge: runForge,
};

window.runWay = async (way, bytes) => {
  const chosen = document.querySelector("input")?.files?.[0] ?? new File([], "");
  const file = bytes < chosen.size ? chosen.slice(0, bytes) : chosen;
  const endWatch = watchBlocks();
  const begin = performance.now();
  await (RUNS[way] ?? ((blob) => runByWorker(way, blob)))(file);
  return { ms: performance.now() - begin, blockedMs: endWatch() };
};
