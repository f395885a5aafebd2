import type { FormatFacts } from "../dns/dns-format.ts";
import type { DrawKey, RedirectRenderer } from "./redirect-pool.ts";

/** A web server that redirects can be rendered for. */
export interface RedirectFormat extends FormatFacts {
  readonly render: RedirectRenderer;
  /** What it can draw by; the first is meant unless another is named. */
  readonly keys: readonly DrawKey[];
  /** The folder and the name that its documentation would give the file. */
  readonly file: string;
}
