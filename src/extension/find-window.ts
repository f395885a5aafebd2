/** Finds a window that is private, or not, where a page of the extension can be shown; undefined: the one that is used now, or there is none. */
export async function findWindow(incognito: boolean): Promise<number | undefined> {
  const last = await chrome.windows.getLastFocused().catch(() => undefined);
  if (!last || last.incognito === incognito) return undefined;
  const all = await chrome.windows.getAll({ windowTypes: ["normal"] });
  return all.find((other) => other.incognito === incognito)?.id;
}
