import { findPart } from "../../verify/find-part.ts";

/** Gives a part of a page its text. What stands there already stays: a screen reader is not told it again, and keeps its place. */
export function fillPart(root: ParentNode, part: string, text: string): void {
  const place = findPart(root, part);
  if (place.textContent !== text) place.textContent = text;
}
