/** Finds a part of a page by its `data-part`. Throws a TypeError when the page lacks it. */
export function findPart(root: ParentNode, part: string): HTMLElement {
  const element = root.querySelector<HTMLElement>(`[data-part="${part}"]`);
  if (!element) throw new TypeError(`expected an element with data-part="${part}" in the page, got none`);
  return element;
}
