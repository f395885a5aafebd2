import type { TargetPlace } from "../download/download-job.ts";

type PickFile = (options: { readonly suggestedName: string }) => Promise<FileSystemFileHandle>;

/** Asks, in the click that wants it, where a file shall go (Chromium). Undefined: the person changed their mind. */
export async function pickPlace(name: string): Promise<TargetPlace | undefined> {
  const { showSaveFilePicker: pick } = window as { showSaveFilePicker?: PickFile };
  const handle = await pick?.call(window, { suggestedName: name }).catch(() => undefined);
  return handle && { kind: "file", handle };
}
