import { readCombined } from "./combined-line.ts";
import { readJsonLine } from "./json-line.ts";
import type { LogEntry, ReadLine } from "./log-entry.ts";
import { countEntry, type LogWindows } from "./log-windows.ts";

const [NEWLINE, BRACE] = [0x0a, 0x7b];

/** Longer lines than any server writes are an attack, or no log. */
const MOST_LINE_BYTES = 65_536;

/** What was read of a log, and what of it could not be. */
export interface LogTally {
  lines: number;
  torn: number;
}

/** Takes the bytes of a log as they come; a line that has not ended yet is kept until it has, and the last one is not read. */
export type LogReader = (chunk: Uint8Array) => void;

function joinRest(rest: Uint8Array, chunk: Uint8Array): Uint8Array {
  if (rest.length === 0) return chunk;
  const joined = new Uint8Array(rest.length + chunk.length);
  joined.set(rest);
  joined.set(chunk, rest.length);
  return joined;
}

/** Keeps what may be the beginning of a line; what is cut here comes out as a torn one. */
function keepEnd(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.slice(Math.max(bytes.length - MOST_LINE_BYTES, 0));
}

/** Makes the reader of one log: a line that begins with a brace is JSON, any other is of the combined format. */
export function createLogReader(log: LogWindows, tally: LogTally, key: number): LogReader {
  const readers: readonly [ReadLine, ReadLine] = [readCombined(key), readJsonLine(key)];
  const entry: LogEntry = { client: 0, time: 0, bytes: 0 };
  let rest = new Uint8Array();
  const takeLine = (bytes: Uint8Array, start: number, end: number): void => {
    tally.lines++;
    const kind = readers[bytes[start] === BRACE ? 1 : 0](bytes, start, end, entry);
    if (kind === "download") countEntry(log, entry);
    if (kind === "torn") tally.torn++;
  };
  return (chunk) => {
    // Bytes of one kind only are what the engine compiles for; a Buffer is another.
    const bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let end = bytes.indexOf(NEWLINE);
    if (end < 0) return void (rest = keepEnd(joinRest(rest, bytes)));
    const first = joinRest(rest, bytes.subarray(0, end));
    takeLine(first, 0, first.length);
    let start = end + 1;
    for (end = bytes.indexOf(NEWLINE, start); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      takeLine(bytes, start, end);
      start = end + 1;
    }
    rest = keepEnd(bytes.subarray(start));
  };
}
