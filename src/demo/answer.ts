import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http";
import { readByteRange } from "./byte-range.ts";

/** The file that stand-ins serve. */
export interface ReleaseFile {
  readonly data: Buffer;
  /** Its SHA-256 in hex, which makes the entity tag. */
  readonly sha256: string;
}

/** What a server says; the body is left out for HEAD when it is sent. */
export interface Answer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

/** The parts of a request that matter here. */
export interface FileRequest {
  readonly method?: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

// no-store: a second click is to be a second hit, not a copy from the browser's cache.
const COMMON_HEADERS = { "Access-Control-Allow-Origin": "*", "Cache-Control": "no-store" };

/** Answers with a line of text. */
export function answerInWords(status: number, words: string, headers?: OutgoingHttpHeaders): Answer {
  const body = Buffer.from(`${words}\n`);
  const about = { "Content-Type": "text/plain; charset=utf-8", "Content-Length": body.length };
  return { status, headers: { ...COMMON_HEADERS, ...about, ...headers }, body };
}

/** Ranges hold for GET alone, and only for the same file that the client has a part of (RFC 9110, sections 13.1.5 and 14.2). */
function findWantedRange({ method, headers }: FileRequest, etag: string): string | undefined {
  const ifRange = headers["if-range"];
  return method === "GET" && (ifRange === undefined || ifRange === etag) ? headers.range : undefined;
}

/** Answers a GET or HEAD request for the file: 200, 206 or 416. */
export function answerFile(request: FileRequest, { data, sha256 }: ReleaseFile): Answer {
  const etag = `"${sha256}"`;
  const range = readByteRange(findWantedRange(request, etag), data.length);
  if (range === "unsatisfiable")
    return answerInWords(416, "no such range", { "Content-Range": `bytes */${data.length}` });
  const { start, end } = range ?? { start: 0, end: data.length };
  const headers = {
    ...COMMON_HEADERS,
    "Accept-Ranges": "bytes",
    "Content-Type": "application/octet-stream",
    "Content-Length": end - start,
    ETag: etag,
    ...(range && { "Content-Range": `bytes ${start}-${end - 1}/${data.length}` }),
  };
  return { status: range ? 206 : 200, headers, body: data.subarray(start, end) };
}
