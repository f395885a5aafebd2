import { findPart } from "./find-part.ts";

function isShown(element: Element): boolean {
  return element.isConnected && element.getClientRects().length > 0;
}

function moveFocus(section: HTMLElement): void {
  const button = [...section.querySelectorAll<HTMLElement>("button:enabled")].find(isShown);
  const place = button ?? findPart(section, "news");
  if (!button) place.tabIndex = -1;
  place.focus();
}

/**
 * Changes a section; if the change hides or removes what has the focus, the first button that is shown gets it, else the news. A
 * browser leaves it with the whole page then, and whoever uses the keyboard begins anew at the top.
 */
export function keepFocus(section: HTMLElement, change: () => void): void {
  const before = document.activeElement;
  const isWithin = section.contains(before);
  change();
  if (before && isWithin && !isShown(before)) moveFocus(section);
}
