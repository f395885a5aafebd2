/** Gives the file's name out of its path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
