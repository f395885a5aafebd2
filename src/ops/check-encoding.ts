import type { Problem } from "../core/problem.ts";
import { locateOffset } from "./locate-offset.ts";

/** The first characters of UTF-16, read as UTF-8: the mark of its byte order is no UTF-8, and every other byte is 0. */
const UTF_16 = /^\uFFFD\uFFFD|^(?:[^\0]\0){2}|^(?:\0[^\0]){2}/;

/** Finds that a text was no UTF-8 text before it was read: another encoding, or data such as an image; gives nothing when it may have been. */
export function checkEncoding(text: string, file: string): Problem[] {
  const place = text.indexOf("\0");
  if (place < 0) return [];
  const [came, cure] = UTF_16.test(text)
    ? ["UTF-16", "save it as UTF-8 in your editor"]
    : [
        `a NUL byte, as in binary data, at ${locateOffset(text, place)}`,
        "check that it is the right file, and save it as UTF-8",
      ];
  return [{ code: "invalid-encoding", file, pointer: "", message: `must be UTF-8 text, got ${came}`, cure }];
}
