import { createHash } from "node:crypto";
import { basename } from "node:path";
import { expectedShares, hasPath, isOpenTo, type Mirror, type Pool } from "../core/index.ts";
import type { ReleaseFile } from "../verify/releases.ts";
import { splitStreams } from "./site-split.ts";

/** One mirror as the list on the page shows it. */
export interface MirrorRow {
  readonly url_prefix: string;
  readonly host: string;
  /** Whether only Tor Browser reaches it. */
  readonly onion: boolean;
  /** The chance to be drawn on this site, in percent, as text in its language; empty when this site's visitors are never led there. */
  readonly share: string;
  /** The same from 0 to 100, for pictures. */
  readonly percent: number;
  readonly country: string;
  readonly sponsor: string;
  /** Who lends it, and from where, as far as it is known. */
  readonly lent: string;
  /** Its stream in the picture of the whole (SVG path data). */
  readonly stream: string;
}

/** The file on offer as the page shows it. */
export interface ReleaseFacts {
  readonly name: string;
  readonly path: string;
  readonly size: string;
  readonly bytes: string;
  readonly sha256: string;
}

/** Gives the subresource integrity of a file that a page loads. */
export function fileIntegrity(content: Buffer | string): string {
  return `sha384-${createHash("sha384").update(content).digest("base64")}`;
}

/**
 * Gives the origins of all mirrors, each once: where the page's script may ask whether a mirror is there. Also those that are
 * disabled: a list may be published without the pages, and then they must be asked as the others are.
 */
export function connectOrigins(mirrors: readonly Mirror[]): string[] {
  return [...new Set(mirrors.map(({ url_prefix }) => new URL(url_prefix).origin))];
}

/** What the rows depend on beside the pool. */
export interface RowOptions {
  readonly path: string;
  readonly lang: string;
  /** What the site is served over: "https:", or "http:" on one's own machine. */
  readonly protocol: string;
}

/** Gives the mirrors that carry the file, the widest share first. */
export function mirrorRows(pool: Pool, { path, lang, protocol }: RowOptions): MirrorRow[] {
  const mirrors = pool.mirrors
    .filter((mirror) => mirror.weight > 0 && hasPath(mirror, path))
    .sort((one, other) => other.weight - one.weight);
  const open = mirrors.map((mirror) => isOpenTo(mirror, protocol));
  const shares = expectedShares(mirrors.map((mirror, index) => (open[index] ? mirror : { ...mirror, weight: 0 })));
  const streams = splitStreams(shares);
  const percent = new Intl.NumberFormat(lang, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const countries = new Intl.DisplayNames(lang, { type: "region" });
  return mirrors.map((mirror, index) => ({
    ...nameMirror(mirror, countries),
    share: open[index] ? percent.format(shares[index] ?? 0) : "",
    percent: Math.round((shares[index] ?? 0) * 10_000) / 100,
    stream: streams[index] ?? "",
  }));
}

function nameMirror({ url_prefix, country = "", sponsor = "" }: Mirror, countries: Intl.DisplayNames) {
  const { host, hostname } = new URL(url_prefix);
  const land = country && (countries.of(country) ?? country);
  const lent = [sponsor, land].filter((words) => words !== "").join(", ");
  return { url_prefix, host, onion: hostname.endsWith(".onion"), country: land, sponsor, lent };
}

/** Gives the longest of some texts, which keeps the place for all of them. */
export function findLongest(texts: readonly string[]): string {
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), "");
}

/** Gives the facts of a file as people read them. */
export function releaseFacts({ path, size, sha256 }: ReleaseFile, lang: string): ReleaseFacts {
  const number = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });
  const text = size < 2 ** 30 ? `${number.format(size / 2 ** 20)} MiB` : `${number.format(size / 2 ** 30)} GiB`;
  return { name: basename(path), path, size: text, bytes: number.format(size), sha256 };
}

/** Renders the list that `sha256sum -c` reads. */
export function renderChecksums(files: readonly ReleaseFile[]): string {
  return files.map(({ path, sha256 }) => `${sha256}  ${basename(path)}\n`).join("");
}
