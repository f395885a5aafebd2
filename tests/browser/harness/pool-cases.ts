import { POOLS } from "../../core/vectors.ts";
import { AUTHOR_HREF } from "./download-page.ts";

/** A pool as it may reach a page, and what must become of the page's link. */
export interface PoolCase {
  /** What `?pool=` names. */
  readonly pool: string;
  readonly state: "ready" | "fallback";
  /** The addresses that the link may have. */
  readonly hrefs: readonly string[];
}

const SERVED = ["one", "two"].map((name) => `https://${name}.example/pub/os/image.iso`);

/** Every fault of transport that ends by itself. */
export const TRANSPORT_CASES: readonly PoolCase[] = [
  ...["ok", "large"].map((pool) => ({ pool, state: "ready", hrefs: SERVED }) as const),
  ...["missing", "error", "truncated", "cut", "html", "nothing"].map(
    (pool) => ({ pool, state: "fallback", hrefs: [AUTHOR_HREF] }) as const,
  ),
];

/** What an https page keeps of the mirrors in a pool: those that it may lead to. */
function listHrefs(kept: readonly string[], path: string): string[] {
  return kept.filter((prefix) => prefix.startsWith("https:")).map((prefix) => prefix + path);
}

/** Every vector of `tests/vectors/pools.json`. */
export const VECTOR_CASES: readonly PoolCase[] = POOLS.map(({ name, kept = [], data }) => {
  const { fallback_prefix } = Object(data) as { fallback_prefix?: unknown };
  const hrefs = fallback_prefix === "https://dl.example/" ? listHrefs(kept, "os/image.iso") : [];
  const pool = `vector/${name}`;
  return hrefs.length > 0 ? { pool, state: "ready", hrefs } : { pool, state: "fallback", hrefs: [AUTHOR_HREF] };
});
