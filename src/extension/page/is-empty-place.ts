/** Tells whether an empty file stands at a picked place; false also where it can't be looked at, as when its user has removed it. */
export async function isEmptyPlace(handle: FileSystemFileHandle): Promise<boolean> {
  try {
    return (await handle.getFile()).size === 0;
  } catch {
    return false;
  }
}
