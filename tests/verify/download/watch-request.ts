import type { DownloadRequest, Sink } from "../../../src/verify/download/download-request.ts";
import type { SampleFile } from "./sample-file.ts";

/** A request under watch. */
export interface WatchedRequest {
  readonly request: DownloadRequest;
  /** What was done that never may be. */
  readonly broken: readonly string[];
  /** As it stands on the disk. */
  readonly file: Uint8Array;
  /** The pieces that are there, from before or since. */
  readonly there: ReadonlySet<number>;
}

/** Gives the pieces that a Range header asks for. */
function listPieces(range: string | undefined, length: number): number[] {
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(range ?? "") ?? [];
  if (first === undefined) return [];
  const from = Math.floor(Number(first) / length);
  return Array.from({ length: Math.floor(Number(last) / length) - from + 1 }, (_, index) => from + index);
}

/** Sees to it that no wrong byte is written, no piece written twice, and no piece that is there fetched. */
export function watchRequest(request: DownloadRequest, { bytes: right, list }: SampleFile): WatchedRequest {
  const [file, broken, there] = [new Uint8Array(list.size), new Array<string>(), new Set(request.checked)];
  for (const index of there) {
    const [start, end] = [index * list.length, (index + 1) * list.length];
    file.set(right.subarray(start, end), start);
  }
  const keep: Sink["keep"] = async (index, bytes) => {
    const [start, copy] = [index * list.length, bytes.slice()];
    const kept = await request.sink.keep(index, bytes);
    if (!kept.isRight) return kept;
    if (there.has(index)) broken.push(`wrote piece ${index} twice`);
    if (Buffer.compare(copy, right.subarray(start, start + copy.length)) !== 0)
      broken.push(`wrote piece ${index} wrong`);
    file.set(copy, start);
    there.add(index);
    return kept;
  };
  const fetch: DownloadRequest["fetch"] = (url, question) => {
    const twice = listPieces(question.headers["Range"], list.length).filter((index) => there.has(index));
    if (twice.length > 0) broken.push(`fetched ${twice.join(" ")} again`);
    return request.fetch(url, question);
  };
  return { request: { ...request, sink: { keep }, fetch }, broken, file, there };
}
