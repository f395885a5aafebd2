import type { PublicMirror } from "../../core/pool.ts";
import { createSink } from "../../verify/download/create-sink.ts";
import { downloadFile } from "../../verify/download/download-file.ts";
import type { DownloadRequest } from "../../verify/download/download-request.ts";
import type { Run } from "../../verify/download/piece-map.ts";
import { type Digest, placePiece, selectPieces } from "../../verify/piece-list.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** A way to some pieces of a file. */
export type FetchPieces = (run: Run) => Promise<readonly Bytes[] | undefined>;

/** What the downloads are made with. */
export interface ElsewhereRequest extends Omit<DownloadRequest, "sink" | "checked"> {
  readonly digest: Digest;
}

/**
 * Makes a way to single pieces: each call is a download of its own, which asks the mirrors that no call before had to drop.
 * `avoided` is the `url_prefix` of a mirror that is never asked: the one whose stream is being mended.
 */
export function fetchElsewhere({ digest, ...request }: ElsewhereRequest, avoided: string): FetchPieces {
  const dropped = new Set([avoided]);
  const readPool = async (signal: AbortSignal): Promise<readonly PublicMirror[]> =>
    (await request.readPool(signal)).filter(({ url_prefix: prefix }) => !dropped.has(prefix));
  return async (run) => {
    const pieces = new Map<number, Bytes>();
    const write = (position: number, bytes: Bytes): Promise<ArrayBuffer> => {
      pieces.set(position, bytes.slice());
      return Promise.resolve(bytes.buffer);
    };
    const sink = createSink({ list: request.list, digest, write });
    const checked = selectPieces(request.list, (index) => index < run.first || index >= run.end);
    const { kind, account } = await downloadFile({ ...request, readPool, sink, checked });
    for (const { mirror, isDropped } of account.mirrors) if (isDropped) dropped.add(mirror);
    if (kind !== "complete") return undefined;
    const indexes = Array.from({ length: run.end - run.first }, (_, at) => run.first + at);
    return indexes.flatMap((index) => pieces.get(placePiece(request.list, index).start) ?? []);
  };
}
