import { countPieces, type PieceList } from "../../verify/piece-list.ts";
import { type AccessHandle, openAccessHandle, writeWhole } from "./access-handle.ts";
import { IS_THERE, partNames } from "./part-names.ts";
import type { Target } from "./target.ts";

/** What is known of a part when it is opened. */
export interface PartPlan {
  readonly sha256: string;
  readonly list: PieceList;
  readonly damaged: readonly number[];
}

function readMap(map: AccessHandle, { list, damaged }: PartPlan): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(countPieces(list));
  map.read(bytes, { at: 0 });
  for (const index of damaged) bytes[index] = 0;
  writeWhole(map, bytes, 0);
  return bytes;
}

function listThere(map: Uint8Array): number[] {
  return [...map.keys()].filter((index) => map[index] === IS_THERE);
}

/**
 * Opens the place of a file in the extension's own storage: its bytes, and beside them the map of the pieces that are there, so that
 * a later run goes on where this one ends, however it ends.
 *
 * A piece is noted as soon as it is written, with no flush between the two: when the browser is killed the system still has both.
 * Only a breakdown of the whole machine can lose the bytes and keep the note; the check of the whole file finds that.
 */
export async function openStorage(plan: PartPlan): Promise<Target> {
  const names = partNames(plan.sha256);
  const [data, map] = await Promise.all([openAccessHandle(names.data), openAccessHandle(names.map)]);
  if (data.getSize() !== plan.list.size) {
    map.truncate(0);
    data.truncate(plan.list.size);
  }
  return {
    checked: listThere(readMap(map, plan)),
    write: (position, bytes) => {
      writeWhole(data, bytes, position);
      writeWhole(map, Uint8Array.of(IS_THERE), position / plan.list.length);
      return Promise.resolve(bytes.buffer);
    },
    close: () => {
      for (const handle of [data, map]) handle.close();
      return Promise.resolve();
    },
  };
}
