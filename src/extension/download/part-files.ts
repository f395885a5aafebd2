import { countPieces } from "../../verify/piece-list.ts";
import type { ReleaseFile } from "../../verify/releases.ts";
import { IS_THERE, partNames } from "./part-names.ts";

async function findFile(name: string): Promise<File | undefined> {
  try {
    const folder = await navigator.storage.getDirectory();
    return await (await folder.getFileHandle(name)).getFile();
  } catch {
    // It is not there, or this window keeps nothing.
    return undefined;
  }
}

/** Finds the file that is being fetched, whole or not; undefined when there is none. */
export function findPartFile(sha256: string): Promise<File | undefined> {
  return findFile(partNames(sha256).data);
}

/** Gives how many pieces of a file are there from before. */
export async function countPartPieces(sha256: string): Promise<number> {
  const map = await findFile(partNames(sha256).map);
  const bytes = new Uint8Array((await map?.arrayBuffer()) ?? []);
  return bytes.filter((byte) => byte === IS_THERE).length;
}

/** Gives which part of a file is here from before, from 0 to 1. */
export async function measurePart({ size, sha256, pieces }: ReleaseFile): Promise<number> {
  return pieces ? (await countPartPieces(sha256)) / countPieces({ size, length: pieces.length }) : 0;
}

/** Removes everything that the extension keeps of any download, but for the one that is named. */
export async function removeParts(but?: string): Promise<void> {
  const kept = but === undefined ? [] : Object.values(partNames(but));
  try {
    const folder = (await navigator.storage.getDirectory()) as FileSystemDirectoryHandle & {
      readonly keys: () => AsyncIterable<string>;
    };
    const names: string[] = [];
    for await (const name of folder.keys()) names.push(name);
    await Promise.all(names.filter((name) => !kept.includes(name)).map((name) => folder.removeEntry(name)));
  } catch {
    // This window keeps nothing.
  }
}
