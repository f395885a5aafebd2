import { readFileSync } from "node:fs";

interface Vector {
  readonly name: string;
  /** As it stands in the request line. */
  readonly target: string;
}

/** What becomes of requests at a redirector. */
export interface RedirectVectors {
  readonly fallback_prefix: string;
  /** Those that are led on, and what must follow the mirror's prefix. */
  readonly led_on: readonly (Vector & { readonly path: string })[];
  /** Those that must not be led on. */
  readonly refused: readonly Vector[];
  /** Those that servers may refuse or lead on, but nowhere else than below a mirror's prefix. */
  readonly harmless: readonly Vector[];
}

const FILE = new URL("../../vectors/redirects.json", import.meta.url);

/** The vectors of redirects, for every web server. */
export const REDIRECT_VECTORS = JSON.parse(readFileSync(FILE, "utf8")) as RedirectVectors;
