/** Gives the last part of a path, as it stands in an address. */
export function lastPart(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Gives the name that a file has on a disk, out of its path as it stands in an address: "os/a%20b.iso" is "a b.iso" there. */
export function nameOf(path: string): string {
  const part = lastPart(path);
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
