/** The host of the site that the pages are opened on. */
export const SITE_HOST = "site.example";

/** The prefix that the links of the test pages begin with. */
export const FALLBACK_PREFIX = "https://dl.example/";

/** How a mirror behaves. */
export type MirrorBehaviour =
  | "serves"
  /** Accepts the request and never answers. */
  | "hangs"
  /** Serves, but never answers a HEAD. */
  | "mute"
  /** Serves, and lets browsers keep the answer for an hour. */
  | "cached"
  /** Answers late, after `SLOW_MS`. */
  | "slow"
  /** Answers 404. */
  | "missing"
  /** Accepts the request and cuts the connection. */
  | "drops"
  /** Has a certificate that the browser does not trust; only Chromium can be told so, the others trust every one. */
  | "untrusted"
  /** Lets nobody connect. */
  | "refuses"
  /** Has a name that does not resolve; where names cannot be bent, nobody can connect. */
  | "gone";

/** The mirrors that do not simply serve, by host; every other host does. */
export const MIRROR_BEHAVIOURS: Readonly<Record<string, MirrorBehaviour>> = {
  "hangs.example": "hangs",
  "mute.example": "mute",
  "cached.example": "cached",
  "slow.example": "slow",
  "missing.example": "missing",
  "drops.example": "drops",
  "untrusted.example": "untrusted",
  "refuses.example": "refuses",
  "gone.example": "gone",
};

/** How long a slow mirror takes to answer: noticed by people, yet no reason to give up on it. */
export const SLOW_MS = 1000;

/** Finds how a host behaves. */
export function findBehaviour(host: string): MirrorBehaviour {
  return MIRROR_BEHAVIOURS[host] ?? "serves";
}
