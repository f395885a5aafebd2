import { canPickSaveFile, pickSaveFile } from "../../verify/pick-save-file.ts";

/** Where a copy goes. */
export interface CopyTarget {
  /** Rejects when it cannot be written or the signal ends it; then nothing of it is left. */
  readonly save: (copy: Blob, how: SaveWatch) => Promise<void>;
}

/** Who is told how far a copy is, and what ends it. */
export interface SaveWatch {
  readonly onBytes: (count: number) => void;
  readonly signal: AbortSignal;
}

/** The file that a picker gave; only Chromium can take it away again. */
type PickedFile = FileSystemFileHandle & { readonly remove?: () => Promise<void> };

/** By then the browser has long taken the download over. */
const LINK_MS = 60_000;

function saveByLink(copy: Blob, name: string): Promise<void> {
  const link = document.createElement("a");
  link.download = name;
  link.href = URL.createObjectURL(copy);
  link.click();
  // Else the page would hold on to the file until it is closed.
  setTimeout(() => URL.revokeObjectURL(link.href), LINK_MS);
  return Promise.resolve();
}

function countBytes(onBytes: (count: number) => void): TransformStream<Uint8Array, Uint8Array> {
  return new TransformStream({
    transform: (chunk, controller) => {
      onBytes(chunk.length);
      controller.enqueue(chunk);
    },
  });
}

async function saveToFile(handle: PickedFile, copy: Blob, { onBytes, signal }: SaveWatch): Promise<void> {
  try {
    await copy
      .stream()
      .pipeThrough(countBytes(onBytes))
      .pipeTo(await handle.createWritable(), { signal });
  } catch (error) {
    // The picker has made the file already: an empty one must not stand under the right name.
    await handle.remove?.().catch(() => undefined);
    throw error;
  }
}

/**
 * Asks where a copy shall go, in the click that asks for it, where the browser lets pages write files (File System Access: Chromium);
 * elsewhere it becomes a download. Undefined: the visitor changed their mind.
 */
export async function pickTarget(name: string): Promise<CopyTarget | undefined> {
  if (!canPickSaveFile()) return { save: (copy) => saveByLink(copy, name) };
  const handle = await pickSaveFile(name);
  return handle && { save: (copy, how) => saveToFile(handle, copy, how) };
}
