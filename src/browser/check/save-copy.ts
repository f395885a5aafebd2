import { canPickSaveFile, pickSaveFile } from "../../verify/pick-save-file.ts";

/** Where a copy goes. */
export interface CopyTarget {
  readonly save: (copy: Blob) => Promise<void>;
}

function saveByLink(copy: Blob, name: string): Promise<void> {
  const link = document.createElement("a");
  link.download = name;
  link.href = URL.createObjectURL(copy);
  link.click();
  return Promise.resolve();
}

/**
 * Asks where a copy shall go, in the click that asks for it, where the browser lets pages write files (File System Access: Chromium);
 * elsewhere it becomes a download. Undefined: the visitor changed their mind.
 */
export async function pickTarget(name: string): Promise<CopyTarget | undefined> {
  if (!canPickSaveFile()) return { save: (copy) => saveByLink(copy, name) };
  const handle = await pickSaveFile(name);
  return handle && { save: async (copy) => copy.stream().pipeTo(await handle.createWritable()) };
}
