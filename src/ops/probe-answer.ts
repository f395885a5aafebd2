import type { Fault } from "./probe-fault.ts";

/** The head of an answer. */
export interface AnswerHead {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** The file that was asked for, as the release has it. */
export interface AskedFile {
  readonly path: string;
  readonly size: number;
}

/** A part of a file: the first byte, and the first byte after it. */
export interface AskedRange {
  readonly start: number;
  readonly end: number;
}

/** Files that people read in the browser: a text type does them no harm. */
const TEXT_FILE = /\.(asc|html?|json|md|md5|md5sum|sha\d+|sha\d+sum|sig|txt|xml|ya?ml)$|SUMS$/i;

/** Types that a browser shows instead of saving (MIME Sniffing Standard, https://mimesniff.spec.whatwg.org). */
const TEXT_TYPE = /^(text\/|application\/(xhtml\+xml|xml|json))/i;

/** Gives a header's value, or undefined. */
export function readHeader({ headers }: AnswerHead, name: string): string | undefined {
  const value = headers[name];
  return typeof value === "string" ? value : value?.join(", ");
}

/** Gives the length that an answer announces in bytes, or undefined. */
export function readLength(head: AnswerHead): number | undefined {
  const text = readHeader(head, "content-length") ?? "";
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** Gives the place that an answer names in `Content-Range` (RFC 9110, section 14.4): of which bytes it consists, and the whole's size. */
export function readContentRange(head: AnswerHead): (AskedRange & { readonly size: number | undefined }) | undefined {
  const [, first, last, size] =
    /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15}|\*)$/i.exec(readHeader(head, "content-range") ?? "") ?? [];
  if (first === undefined || last === undefined) return undefined;
  return { start: Number(first), end: Number(last) + 1, size: size === "*" ? undefined : Number(size) };
}

function findStatusFault(status: number, path: string): Fault | undefined {
  if (status === 200 || status === 206) return undefined;
  const code = status === 404 || status === 410 ? "missing" : "bad-status";
  return { code, reason: `answers ${status} for ${path}` };
}

function findEncodingFault(head: AnswerHead, path: string): Fault | undefined {
  const encoding = readHeader(head, "content-encoding") ?? "identity";
  if (/^(identity)?$/i.test(encoding)) return undefined;
  return { code: "encoded", reason: `sends ${path} with "Content-Encoding: ${encoding}", which spoils it` };
}

function findTypeFault(head: AnswerHead, path: string): Fault | undefined {
  const type = (readHeader(head, "content-type") ?? "").replace(/;.*$/s, "").trim();
  const isSaved = /^\s*attachment/i.test(readHeader(head, "content-disposition") ?? "");
  if (isSaved || TEXT_FILE.test(path) || !TEXT_TYPE.test(type)) return undefined;
  const isPage = /html/i.test(type);
  const reason = isPage
    ? `answers with a web page (${type}) instead of ${path}`
    : `sends ${path} as ${type}: browsers show it instead of saving it`;
  return { code: "text-type", reason };
}

/** Finds what no answer may have, whatever was asked: another status, an encoding, or a type that a browser would show. */
export function findAnswerFault(head: AnswerHead, { path }: AskedFile): Fault | undefined {
  return findStatusFault(head.status, path) ?? findEncodingFault(head, path) ?? findTypeFault(head, path);
}

/** Gives the size of the whole file by an answer to GET, or undefined where it does not tell. */
export function readWholeSize(head: AnswerHead): number | undefined {
  return head.status === 206 ? readContentRange(head)?.size : readLength(head);
}

/**
 * Compares what the answers to HEAD and GET say of a file's size. Both the same, but not the release's: the mirror has another
 * version of the file. Each another: it lies.
 */
export function findSizeFault(
  { path, size }: AskedFile,
  headSize: number | undefined,
  getSize: number | undefined,
): Fault | undefined {
  if (headSize !== undefined && getSize !== undefined && headSize !== getSize)
    return { code: "false-length", reason: `says ${headSize} bytes of ${path} to HEAD, but ${getSize} to GET` };
  const told = getSize ?? headSize ?? size;
  return told === size
    ? undefined
    : { code: "other-size", reason: `has ${path} with ${told} bytes, the release has ${size}` };
}

/** Finds what is wrong with the head of a 206: another place than asked for, or more bytes than the place holds. */
export function findRangeFault(head: AnswerHead, { path }: AskedFile, { start, end }: AskedRange): Fault | undefined {
  const range = readContentRange(head);
  const asked = `bytes ${start}-${end - 1} of ${path}`;
  if (!range) return { code: "false-range", reason: `answers 206 without a "Content-Range" for ${asked}` };
  if (range.start !== start || range.end !== end)
    return { code: "false-range", reason: `sends bytes ${range.start}-${range.end - 1} when asked for ${asked}` };
  const length = readLength(head) ?? end - start;
  if (length > end - start)
    return { code: "too-much", reason: `announces ${length} bytes when asked for ${end - start} of ${path}` };
  return length === end - start
    ? undefined
    : { code: "false-length", reason: `announces ${length} bytes when asked for ${end - start} of ${path}` };
}
