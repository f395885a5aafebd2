/**
 * Gives the name for the mended copy of a file: the right one; where the file that was chosen has it, the one of a second download.
 * Whoever saved the copy over the file that it is made of would lose both.
 */
export function nameCopy(right: string, chosen: string): string {
  return right === chosen ? right.replace(/((\.tar)?\.[^.]*)?$/, " (1)$1") : right;
}
