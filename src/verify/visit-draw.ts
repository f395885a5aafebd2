import type { Draw } from "../core/draw.ts";
import { sessionDraw } from "../core/session.ts";

/** What a page knows of a visitor's mirrors. Each mirror is named by its `url_prefix`. */
export interface Visit {
  /** The key of the session: the same key draws the same mirror. */
  readonly key: string;
  /** The mirror that was chosen by hand. */
  readonly choice?: string;
  /** The mirrors that were tried in the page and are not to be asked first again. */
  readonly tried?: readonly string[];
}

/** Sooner in the race than any mirror that is drawn by chance, whatever its weight: one part in 2^32 is the most that chance gives. */
const FIRST = 1 - 2 ** -53;

/** The logarithm of it is endless: later than all others. */
const LAST = 0;

/** Draws as the page does: what was chosen by hand comes first, what was tried comes last, and the session's key orders the rest. */
export function visitDraw({ key, choice, tried = [] }: Visit): Draw {
  const draw = sessionDraw(key);
  return (mirror) => {
    if (tried.includes(mirror.url_prefix)) return LAST;
    return mirror.url_prefix === choice ? FIRST : draw(mirror);
  };
}
