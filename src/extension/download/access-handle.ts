/** A file of the extension's own storage, as a worker reads and writes it (https://fs.spec.whatwg.org/#api-filesystemsyncaccesshandle). */
export interface AccessHandle {
  readonly read: (bytes: Uint8Array<ArrayBuffer>, place: { readonly at: number }) => number;
  readonly write: (bytes: Uint8Array<ArrayBuffer>, place: { readonly at: number }) => number;
  readonly getSize: () => number;
  readonly truncate: (size: number) => void;
  readonly close: () => void;
}

type Opener = FileSystemFileHandle & { readonly createSyncAccessHandle: () => Promise<AccessHandle> };

/** Opens a file for this worker alone, empty where it is new. Rejects when another one has it, and in private windows. */
export async function openAccessHandle(name: string): Promise<AccessHandle> {
  const folder = await navigator.storage.getDirectory();
  const file = (await folder.getFileHandle(name, { create: true })) as Opener;
  return file.createSyncAccessHandle();
}

/** Writes all of some bytes; throws when the disk took only a part. */
export function writeWhole(handle: AccessHandle, bytes: Uint8Array<ArrayBuffer>, at: number): void {
  const written = handle.write(bytes, { at });
  if (written !== bytes.length) throw new RangeError(`expected ${bytes.length} bytes to be written, got ${written}`);
}
