import { normalizeUrl } from "../core/url-prefix.ts";

const SOME_FOLDER = "https://mirror.example/";

/** Tells whether a path stays below its folder and stands there as an address would write it. */
export function isReleasePath(path: string): boolean {
  return normalizeUrl(SOME_FOLDER + path) === SOME_FOLDER + path && !/[?#]|\/\/|\/$|^$/.test(path);
}
