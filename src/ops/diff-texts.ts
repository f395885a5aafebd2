import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";

/** From this many differing lines on, finding the smallest change would take longer than anyone reads it. */
const MOST_EDITS = 4000;

/** Shows the old lines and then the new ones: always right, and quick. */
function replaceAll(before: string, after: string): string {
  const mark = (text: string, sign: string): string => text.replace(/\n$/, "").replaceAll(/^/gm, sign);
  return `${mark(before, "-")}\n${mark(after, "+")}\n`;
}

/** Renders what changes between two texts of a file as a unified diff, as `patch` and code reviews have it; empty when nothing does. */
export function diffTexts(before: string, after: string, file: string): string {
  if (before === after) return "";
  const options = { context: 3, maxEditLength: MOST_EDITS, headerOptions: FILE_HEADERS_ONLY };
  const patch = createTwoFilesPatch(file, file, before, after, undefined, undefined, options);
  return patch ?? `--- ${file}\n+++ ${file}\n${replaceAll(before, after)}`;
}
