type PickFile = (options: { readonly suggestedName: string }) => Promise<FileSystemFileHandle>;

function findPicker(): PickFile | undefined {
  return (window as { showSaveFilePicker?: PickFile }).showSaveFilePicker;
}

/** Tells whether the browser lets a page write to a place that its user picks (File System Access: Chromium). */
export function canPickSaveFile(): boolean {
  return findPicker() !== undefined;
}

/** Asks, in the click that wants it, where a file shall go. Undefined: the person changed their mind, or the browser has no such thing. */
export async function pickSaveFile(suggestedName: string): Promise<FileSystemFileHandle | undefined> {
  return findPicker()
    ?.call(window, { suggestedName })
    .catch(() => undefined);
}
