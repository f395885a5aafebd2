import type { PieceList } from "../../verify/piece-list.ts";
import type { Target } from "./target.ts";

/**
 * Opens a place on the disk that the user picked. The browser writes beside it and puts the file in its place only when it is
 * whole: until then an empty file stands there, for what was there already was emptied when it was picked, and nothing stays of a part.
 */
export async function openFile(handle: FileSystemFileHandle, { size }: PieceList): Promise<Target> {
  const file = await handle.createWritable();
  await file.truncate(size);
  return {
    checked: [],
    write: async (position, data) => {
      await file.write({ type: "write", position, data });
      return data.buffer;
    },
    close: (outcome) => (outcome === "whole" ? file.close() : file.abort()),
  };
}
