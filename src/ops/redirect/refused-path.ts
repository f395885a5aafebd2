/**
 * A regular expression for the beginning of a request's target, up to the query: it fits a backslash, which browsers take for a
 * slash, and a segment of one or two dots, however it is encoded, either of which could lead out of a mirror's folder. Browsers
 * and download programs send neither. For PCRE and RE2 alike, where letters of both cases count as one.
 *
 * @param end - what may follow the path, as alternatives
 */
export function printRefusedPath(end: string): string {
  const slash = "(?:/|%2f|%5c)";
  return String.raw`[^? ]*(?:\x5c|${slash}(?:\.|%2e)(?:\.|%2e)?(?:${slash}|${end}))`;
}
