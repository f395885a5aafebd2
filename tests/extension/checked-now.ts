import { countPieces, type PieceList } from "../../src/verify/piece-list.ts";
import { LIST_CHECKED } from "./list-checked.ts";

/** What a page of the extension that downloads shows as done, from 0 to 1, and the pieces that are noted as checked by then. */
export interface CheckedNow {
  readonly shown: number;
  readonly noted: readonly number[];
}

/** An expression for that page. The notes change while they are read: then they are read anew. */
export const CHECKED_NOW = `(async () => {
  const shown = document.querySelector("#offer progress").value;
  for (;;) {
    try {
      return { shown, noted: await ${LIST_CHECKED} };
    } catch (error) {
      if (error.name !== "NotReadableError") throw error;
    }
  }
})()`;

/** Tells whether as many pieces are noted as the page shows. */
export function isNoted({ shown, noted }: CheckedNow, list: PieceList): boolean {
  return noted.length >= Math.floor(shown * countPieces(list));
}
