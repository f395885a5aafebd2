import { sessionDraw } from "../../core/session.ts";
import { digestBytes } from "../../verify/check-sum.ts";
import { createSink } from "../../verify/download/create-sink.ts";
import { downloadFile } from "../../verify/download/download-file.ts";
import { TIMER_CLOCK } from "../../verify/download/timer-clock.ts";
import { loadMirrors } from "../../verify/load-mirrors.ts";
import { type PieceList, placePiece, selectPieces } from "../../verify/piece-list.ts";

/** A file with bad pieces, and where right ones are to be had. */
export interface FileToMend {
  readonly file: Blob;
  readonly list: PieceList;
  /** The numbers of the bad pieces. */
  readonly bad: readonly number[];
  /** Where the file lies below each mirror's `url_prefix`. */
  readonly path: string;
  /** The address of the pool, and whether mirrors on this machine count, for trying things out. */
  readonly pool: { readonly url: string; readonly dev: boolean };
  /** The key of the session, so that the mirror that was drawn is asked first. */
  readonly key: string;
  readonly onBytes: (count: number) => void;
  readonly signal: AbortSignal;
}

/** Puts the pieces in their places. What is right is not read for it: the browser takes it from the file when the copy is saved. */
function joinPieces({ file, list, bad }: FileToMend, pieces: ReadonlyMap<number, Blob>): Blob {
  let end = 0;
  const parts = [...bad]
    .sort((one, other) => one - other)
    .flatMap((index) => {
      const { start, length } = placePiece(list, index);
      const before = file.slice(end, start);
      end = start + length;
      return [before, pieces.get(start) ?? new Blob()];
    });
  return new Blob([...parts, file.slice(end)]);
}

/**
 * Fetches the bad pieces of a file from the mirrors that let a page do so (CORS), checks each, and gives a mended copy; undefined
 * when some could not be had. The file itself stays as it is.
 */
export async function mendFile(wish: FileToMend): Promise<Blob | undefined> {
  const pieces = new Map<number, Blob>();
  const [bad, { url, dev }] = [new Set(wish.bad), wish.pool];
  const checked = selectPieces(wish.list, (index) => !bad.has(index));
  const { kind } = await downloadFile({
    ...{ list: wish.list, path: wish.path, draw: sessionDraw(wish.key), checked },
    readPool: () => loadMirrors(url, { protocol: location.protocol, dev }),
    fetch: (url, question) => fetch(url, question),
    sink: createSink({
      ...{ list: wish.list, digest: digestBytes },
      // A blob is kept out of the page's memory where the browser sees fit.
      write: (position, bytes) => {
        pieces.set(position, new Blob([bytes]));
        wish.onBytes(bytes.length);
        return Promise.resolve(bytes.buffer);
      },
    }),
    clock: TIMER_CLOCK,
    random: Math.random,
    signal: wish.signal,
  });
  return kind === "complete" ? joinPieces(wish, pieces) : undefined;
}
