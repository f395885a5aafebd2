/** A part of a file: the first byte, and the first byte after it. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

const RANGE_PATTERNS = { suffix: /^bytes=-(\d+)$/, open: /^bytes=(\d+)-$/, closed: /^bytes=(\d+)-(\d+)$/ };

/** Gives the range as it was asked for, which may reach beyond the file. */
function findAsked(header: string, size: number): ByteRange | undefined {
  const { suffix, open, closed } = RANGE_PATTERNS;
  const [, length] = suffix.exec(header) ?? [];
  if (length !== undefined) return { start: Math.max(size - Number(length), 0), end: size };
  const [, from] = open.exec(header) ?? [];
  if (from !== undefined) return { start: Number(from), end: Infinity };
  const [, first, last] = closed.exec(header)?.map(Number) ?? [];
  return first !== undefined && last !== undefined && first <= last ? { start: first, end: last + 1 } : undefined;
}

/**
 * Reads a `Range` header for a file of the given size (RFC 9110, section 14). Undefined: send the whole file, because there is
 * no header, or one that a server may ignore (malformed, another unit, several ranges at once).
 */
export function readByteRange(header: string | undefined, size: number): ByteRange | "unsatisfiable" | undefined {
  const asked = findAsked(header ?? "", size);
  if (!asked) return undefined;
  return asked.start < size ? { start: asked.start, end: Math.min(asked.end, size) } : "unsatisfiable";
}
