/** What no engine takes for more than a text, quoted or not: no quote, brace, dollar, comma, semicolon, backslash or blank. */
const PLAIN_PREFIX = /^https?:\/\/[\w.-]+(:\d+)?\/[\w.~%/+@:=-]*$/;

/** Without "%" too: engines compare the path of a section after they decoded it. */
const PLAIN_PATH = /^\/([\w.~+-]+\/)*$/;

const PLAIN_HOST = /^[\w.-]+(:\d+)?$/;

/** Tells whether an address can be written into every engine's configuration as it stands. */
export function isPlainPrefix(url_prefix: string): boolean {
  return PLAIN_PREFIX.test(url_prefix);
}

/** Tells whether a path can name a section of every engine's configuration. */
export function isPlainPath(path: string): boolean {
  return PLAIN_PATH.test(path);
}

/** Gives an address as it stands. Throws a RangeError for one that an engine could take for more than an address. */
export function printPrefix(url_prefix: string): string {
  if (isPlainPrefix(url_prefix)) return url_prefix;
  throw new RangeError(`url_prefix must be of plain characters, got ${JSON.stringify(url_prefix)}`);
}

/** Gives a host, with its port where it has one, as it stands. Throws a RangeError for what is none. */
export function printHost(host: string): string {
  if (PLAIN_HOST.test(host)) return host;
  throw new RangeError(`host must be a name of plain characters, got ${JSON.stringify(host)}`);
}

/** Gives a path as it stands. Throws a RangeError for one that an engine could take for more than a path. */
export function printPath(path: string): string {
  if (isPlainPath(path)) return path;
  throw new RangeError(`path must be of plain characters between slashes, got ${JSON.stringify(path)}`);
}

/**
 * Gives a regular expression, for PCRE and RE2 alike, that a text and nothing else fits. It holds letters, digits and "\/_~-." as
 * the only characters, so that it can stand in any engine's quotes. Throws a RangeError for what is not printable ASCII.
 */
export function printPattern(text: string): string {
  if (!/^[\x20-\x7e]*$/.test(text)) throw new RangeError(`text must be printable ASCII, got ${JSON.stringify(text)}`);
  return text.replace(/[^\w/~.-]/g, (character) => `\\x${character.charCodeAt(0).toString(16)}`).replaceAll(".", "\\.");
}
