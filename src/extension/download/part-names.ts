/** Gives the names, in the extension's own storage, of a file that is not whole yet and of the map of its pieces: a byte each, 1 for what is there. */
export function partNames(sha256: string): { readonly data: string; readonly map: string } {
  return { data: `${sha256}.part`, map: `${sha256}.map` };
}

/** What stands in the map for a piece that is there. */
export const IS_THERE = 1;
