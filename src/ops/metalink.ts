import { isOpenTo } from "../core/accept.ts";
import { hasPath } from "../core/order.ts";
import type { Pool, PublicMirror } from "../core/pool.ts";
import { HASH_BYTES } from "../verify/piece-list.ts";
import type { ReleaseFile } from "../verify/releases.ts";
import { renderHex } from "../verify/render-hex.ts";
import { nameOf } from "../verify/name-of.ts";
import { escapeXml } from "../core/escape-xml.ts";

/** The last of all priorities (RFC 5854, section 4.2.17). */
const LAST_PRIORITY = 999_999;

function renderPieces({ pieces }: ReleaseFile, hashes: Uint8Array | undefined): string[] {
  if (!pieces || !hashes) return [];
  const starts = Array.from({ length: hashes.length / HASH_BYTES }, (_, index) => index * HASH_BYTES);
  return [
    `    <pieces length="${pieces.length}" type="sha-256">`,
    ...starts.map((start) => `      <hash>${renderHex(hashes.subarray(start, start + HASH_BYTES))}</hash>`),
    "    </pieces>",
  ];
}

/** Finds the mirrors that a file can be had from, the heaviest first; like the page, an https fallback leads nobody to http. */
function findSources({ fallback_prefix, mirrors }: Pool, path: string): PublicMirror[] {
  const protocol = fallback_prefix?.startsWith("http:") ? "http:" : "https:";
  return mirrors
    .filter((mirror) => mirror.weight > 0 && hasPath(mirror, path) && isOpenTo(mirror, protocol))
    .sort((one, other) => other.weight - one.weight);
}

function renderUrls(pool: Pool, path: string): string[] {
  const sources = findSources(pool, path);
  const weights = [...new Set(sources.map(({ weight }) => weight))];
  const urls = sources.map(({ url_prefix, weight, country }) => {
    const location = country === undefined ? "" : ` location="${escapeXml(country.toLowerCase())}"`;
    return `    <url${location} priority="${weights.indexOf(weight) + 1}">${escapeXml(url_prefix + path)}</url>`;
  });
  if (pool.fallback_prefix === undefined) return urls;
  return [...urls, `    <url priority="${LAST_PRIORITY}">${escapeXml(pool.fallback_prefix + path)}</url>`];
}

/**
 * Renders a Metalink (RFC 5854) of one file: its size and hashes, and where it can be had. Priority 1 is for the greatest weight,
 * equal weights have equal priority, and the fallback comes last. The same input gives the same text.
 */
export function renderMetalink(file: ReleaseFile, pool: Pool, hashes: Uint8Array | undefined): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<metalink xmlns="urn:ietf:params:xml:ns:metalink">',
    "  <generator>fairmirror</generator>",
    `  <file name="${escapeXml(nameOf(file.path))}">`,
    `    <size>${file.size}</size>`,
    `    <hash type="sha-256">${file.sha256}</hash>`,
    ...renderPieces(file, hashes),
    ...renderUrls(pool, file.path),
    "  </file>",
    "</metalink>\n",
  ].join("\n");
}
