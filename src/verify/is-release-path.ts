import { normalizeUrl } from "../core/url-prefix.ts";

const SOME_FOLDER = "https://mirror.example/";

/** What would end a line, hide, turn the direction of writing, or begin another folder. Two joiners are letters to some languages. */
const UNSAFE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\]/u;

/** What browsers change when they save a file, and Windows' disks do not take. */
const UNKEPT = /[:*?"<>|]|^[. ]|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** Tells whether the parts of a path stand for names that a disk has, the last for one that a file has after it was downloaded. */
function hasPlainNames(path: string): boolean {
  try {
    const names = path.split("/").map((part) => decodeURIComponent(part));
    return !names.some((name) => UNSAFE.test(name)) && !UNKEPT.test(names.at(-1) ?? "");
  } catch {
    return false;
  }
}

/** Tells whether a path stays below its folder and stands there as an address would write it, and ends in a name that can be kept. */
export function isReleasePath(path: string): boolean {
  const isPlain = normalizeUrl(SOME_FOLDER + path) === SOME_FOLDER + path && !/^\/|[?#]|\/\/|\/$|^$/.test(path);
  return isPlain && hasPlainNames(path);
}
