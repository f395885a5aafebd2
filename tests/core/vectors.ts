import { readFileSync } from "node:fs";

/** A pool as it may come from outside, and what must come of it. */
export interface PoolVector {
  readonly name: string;
  readonly data: unknown;
  readonly usable: boolean;
  /** The fault that the reader and the strict check must tell. */
  readonly code?: string;
  /** What the strict check tells instead, or alone, because it is stricter. */
  readonly strict_code?: string;
  /** The prefixes of the mirrors that a reader keeps. */
  readonly kept?: readonly string[];
}

/** An address, and what it becomes on a mirror; null when it must stay as it is. */
export interface RewriteVector {
  readonly name: string;
  readonly url: string;
  readonly fallback_prefix: string;
  readonly url_prefix: string;
  readonly rewritten: string | null;
}

/** A session's key, the draw of each mirror, and the order that follows. */
export interface SessionVector {
  readonly name: string;
  readonly key: string;
  readonly mirrors: readonly { readonly url_prefix: string; readonly weight: number }[];
  readonly draws: readonly number[];
  readonly order: readonly string[];
}

/** Weights, and the shares that they give. */
export interface ShareVector {
  readonly name: string;
  readonly weights: readonly number[];
  readonly shares: readonly number[];
}

function readVectors(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../vectors/${name}.json`, import.meta.url), "utf8"));
}

export const POOLS = readVectors("pools") as readonly PoolVector[];
export const REWRITES = readVectors("rewrites") as readonly RewriteVector[];
export const SESSIONS = readVectors("sessions") as readonly SessionVector[];
export const SHARES = readVectors("shares") as readonly ShareVector[];

/** Gives mirrors of the given weights, with prefixes of their own. */
export function mirrorsOf(weights: readonly number[]): { url_prefix: string; weight: number }[] {
  return weights.map((weight, index) => ({ url_prefix: `https://m${index + 1}.example/os/`, weight }));
}
