import { setTimeout as wait } from "node:timers/promises";
import { type Mirror, orderMirrors, type Pool, randomDraw, readPool, rewriteUrl } from "../core/index.ts";
import { RETRY_HEADER, VISITOR_HEADER } from "./headers.ts";

/** How long a visitor waits for a mirror, in milliseconds. */
const ANSWER_TIMEOUT_MS = 5_000;

/** Who visits what. */
export interface VisitOptions {
  /** The site's address, with the final slash. */
  readonly site: string;
  /** The release file's path below a mirror's prefix. */
  readonly path: string;
  readonly visitors: number;
  /** The time between two visitors, in milliseconds. */
  readonly pauseMs: number;
  /** Ends the visits early. */
  readonly signal: AbortSignal;
}

async function fetchPool({ site, signal }: VisitOptions): Promise<Pool> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]);
  const response = await fetch(new URL("mirrors.json", site), { signal: limit });
  const { pool } = readPool(await response.json(), { dev: true });
  if (!pool) throw new Error(`${site}mirrors.json: no mirror that can be drawn`);
  return pool;
}

/** Tells whether the first KiB of the file came. */
async function fetchStart(url: string, signal: AbortSignal, headers: Record<string, string>): Promise<boolean> {
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]);
    const response = await fetch(url, { headers: { range: "bytes=0-1023", ...headers }, signal: limit });
    return (await response.arrayBuffer()).byteLength === 1024 && response.status === 206;
  } catch {
    return false;
  }
}

/** One visitor: asks the drawn mirror, then the next ones of the order, and in the end the fallback. */
async function visitOnce(pool: Pool, { path, signal }: VisitOptions): Promise<void> {
  const fallback = pool.fallback_prefix ?? "";
  const order: Mirror[] = orderMirrors(
    pool.mirrors,
    randomDraw((words) => crypto.getRandomValues(words)),
    path,
  );
  const visitor = crypto.randomUUID();
  const urls = order.map((mirror) => rewriteUrl(fallback + path, fallback, mirror) ?? fallback + path);
  for (const [attempt, url] of [...urls, fallback + path].entries()) {
    const headers = { [VISITOR_HEADER]: visitor, ...(attempt > 0 && { [RETRY_HEADER]: `${attempt}` }) };
    if (signal.aborted || (await fetchStart(url, signal, headers))) return;
  }
}

/**
 * Sends simulated visitors, one after the other. Each reads nothing but the site's own list, draws with the same core as the
 * page, and fetches the first KiB of the release for real. Rejects when the site's list cannot be used.
 */
export async function sendVisitors(options: VisitOptions): Promise<void> {
  const pool = await fetchPool(options);
  for (let sent = 0; sent < options.visitors && !options.signal.aborted; sent++) {
    await visitOnce(pool, options);
    if (options.pauseMs > 0) await wait(options.pauseMs, undefined, { signal: options.signal }).catch(() => undefined);
  }
}
