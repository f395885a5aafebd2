import type { Answer } from "./download-request.ts";
import type { Fault } from "./fault.ts";

/** The bytes that were asked for, and of how many. */
export interface AskedBytes {
  /** The address that was asked. */
  readonly url: string;
  /** The first byte and the last one; undefined: the whole file was asked for. */
  readonly range: { readonly first: number; readonly last: number } | undefined;
  /** The size of the whole file. */
  readonly size: number;
}

function judgeStatus(status: number): Fault | undefined {
  if (status === 200 || status === 206) return undefined;
  if (status === 404 || status === 410) return "missing";
  // The file ends before the range: it is another one.
  if (status === 416) return "wrong-file";
  return status === 429 || status >= 500 ? "busy" : "refused";
}

/** Tells whether an answer's bytes are the file's own: in a part, they must be; a whole file is unpacked by whoever fetches. */
function isEncoded({ headers }: Answer): boolean {
  return !["identity", "", null].includes(headers.get("Content-Encoding")?.trim().toLowerCase() ?? null);
}

/** A page is told the range only by mirrors that expose it (Access-Control-Expose-Headers); the hashes of the pieces speak, too. */
function isHidden({ headers, type }: Answer): boolean {
  return type === "cors" && headers.get("Content-Range") === null;
}

function judgeRange({ headers }: Answer, { range, size }: AskedBytes): Fault | undefined {
  const [, first, last, total] = /^bytes (\d+)-(\d+)\/(\d+)$/i.exec(headers.get("Content-Range")?.trim() ?? "") ?? [];
  if (total === undefined) return "wrong-range";
  if (Number(total) !== size) return "wrong-file";
  return Number(first) === range?.first && Number(last) === range.last ? undefined : "wrong-range";
}

function judgeWhole(answer: Answer, { range, size }: AskedBytes): Fault | undefined {
  if (range) return "no-range";
  const length = answer.headers.get("Content-Length");
  return length === null || isEncoded(answer) || Number(length) === size ? undefined : "wrong-file";
}

/** Tells whether a redirect left https; a prefix that begins with http, such as an onion's, may stay there. */
function hasLeft(asked: string, { url }: Answer): boolean {
  return url !== "" && !url.startsWith("https:") && !(asked.startsWith("http:") && url.startsWith("http:"));
}

/**
 * Tells what is wrong with an answer before its body is read. A part must be answered with 206 and exactly the range that was
 * asked for (RFC 9110, section 15.3.7, would allow less), of a file of the right size.
 */
export function judgeAnswer(answer: Answer, asked: AskedBytes): Fault | undefined {
  if (hasLeft(asked.url, answer)) return "redirected";
  const fault = judgeStatus(answer.status);
  if (fault) return fault;
  if (answer.status === 200) return judgeWhole(answer, asked);
  if (isEncoded(answer)) return "encoded";
  if (isHidden(answer)) return undefined;
  return asked.range ? judgeRange(answer, asked) : "wrong-range";
}

/** Gives how long a busy mirror asks to be left alone, in milliseconds; undefined where it names no number of seconds. */
export function readRetryAfter({ headers }: Answer): number | undefined {
  const text = headers.get("Retry-After")?.trim() ?? "";
  return /^\d{1,9}$/.test(text) ? Number(text) * 1000 : undefined;
}
