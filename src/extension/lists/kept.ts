import type { Visit } from "../../verify/visit-draw.ts";

/** The newest list of releases that was right, with its signature: it is held against the key each time it is used. */
export interface KeptReleases {
  readonly text: string;
  readonly signature: string;
  /** When it was fetched (ISO 8601). */
  readonly fetched: string;
}

/** A download of which some pieces may be here, and the visit that it began in: with it the same mirrors are asked again. */
export interface BegunDownload extends Visit {
  /** The file's `path` in the list of releases. */
  readonly path: string;
  readonly sha256: string;
}

/** What the extension keeps until it is removed, for the day the site is down. Nothing in it is about its user but what names a file that was asked for, and a download that has begun. */
export interface Kept {
  readonly releases: KeptReleases;
  /** The text of the last pool that could be used. */
  readonly pool: string;
  /** The `.pieces` file of the file that was asked for last, in hexadecimal digits. */
  readonly pieces: string;
  readonly download: BegunDownload;
  /** Tokens of the browser's own downloads that are being healed: by nothing else is one of a private window known here. */
  readonly healing: readonly string[];
  /** A browser that was closed or broke down may have left a part of a healed download, of whichever window; no page has told it yet. */
  readonly left: true;
  /** The name of a picked place that stays empty until the file is whole. */
  readonly picked: string;
}

/** What names a file that was asked for: of private windows it is kept in memory, and apart. */
const NAMING_FILES: readonly (keyof Kept)[] = ["pieces", "picked"];

/** Where something is kept. */
interface KeepingPlace {
  readonly area: chrome.storage.StorageArea;
  readonly key: string;
}

function findPlace(name: keyof Kept): KeepingPlace {
  const isPrivate = chrome.extension.inIncognitoContext && NAMING_FILES.includes(name);
  return isPrivate
    ? { area: chrome.storage.session, key: `private_${name}` }
    : { area: chrome.storage.local, key: name };
}

/** Gives what is kept under a name; undefined when nothing is. */
export async function readKept<Name extends keyof Kept>(name: Name): Promise<Kept[Name] | undefined> {
  const { area, key } = findPlace(name);
  return (await area.get(key))[key] as Kept[Name] | undefined;
}

/** Keeps something in the place of what was kept under the name, where there is room. */
export async function keep<Name extends keyof Kept>(name: Name, value: Kept[Name]): Promise<void> {
  const { area, key } = findPlace(name);
  try {
    await area.set({ [key]: value });
  } catch {
    // A full disk is no reason to hold back what is here; it is fetched anew the next time.
  }
}

/** Forgets what is kept under a name. */
export async function forget(name: keyof Kept): Promise<void> {
  const { area, key } = findPlace(name);
  await area.remove(key);
}
