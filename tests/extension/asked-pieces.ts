import type { ExtensionLab } from "./extension-lab.ts";
import type { Asking } from "./lab-server.ts";

function listPieces({ range }: Asking, length: number): number[] {
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(range ?? "") ?? [];
  const [from, to] = [Math.floor(Number(first) / length), Math.floor(Number(last) / length)];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** Gives the pieces that the mirrors were asked for since the lab was told to forget. */
export function askedPieces({ askings, file }: ExtensionLab): Set<number> {
  return new Set(askings.flatMap((asking) => listPieces(asking, file.list.length)));
}
