/**
 * A way to get a file: "storage" fetches from several mirrors and keeps the pieces in the browser until the file is whole; "file"
 * fetches from several mirrors straight to a place on the disk; "stream" leaves it to the browser and one mirror, and heals what comes
 * from others; "browser" leaves it to the browser and one mirror.
 */
export type Way = "storage" | "file" | "stream" | "browser";

/** The best first. */
const WAYS: readonly Way[] = ["storage", "file", "stream", "browser"];

/** What the browser allows here and now. */
export interface Abilities {
  /** The browser can keep files of the extension's own; a private window can't. */
  readonly hasStorage: boolean;
  /** So many bytes may be kept. */
  readonly room: number;
  /** The browser lets a page write to a place that its user picks (Chromium). */
  readonly hasPicker: boolean;
  /** The browser lets an extension filter its downloads (Firefox). */
  readonly hasFilter: boolean;
  /** The hashes of the pieces are there. */
  readonly hasPieces: boolean;
}

/** Gives the room in bytes that a file needs in the browser while it is saved from there: that of two copies. The first has its place once pieces are there. */
export function countRoom(size: number, begun: number): number {
  return begun > 0 ? size : 2 * size;
}

/**
 * Gives the ways to get a file that needs so much room to be kept, the best first, as if the mirrors may be asked. The one that goes on after the browser was closed or broke down comes before
 * the one that needs less room; the browser's own download is always there.
 */
export function rankWays({ hasStorage, room, hasPicker, hasFilter, hasPieces }: Abilities, need: number): Way[] {
  if (!hasPieces) return ["browser"];
  const isOpen: Readonly<Record<Way, boolean>> = {
    storage: hasStorage && room >= need,
    file: hasPicker,
    stream: hasFilter,
    browser: true,
  };
  return WAYS.filter((way) => isOpen[way]);
}
