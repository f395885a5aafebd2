/**
 * An expression for a page of the extension: the pieces that are kept of a download, by their numbers; undefined when nothing is
 * kept.
 */
export const LIST_CHECKED = `(async () => {
  const folder = await navigator.storage.getDirectory();
  const names = [];
  for await (const name of folder.keys()) names.push(name);
  const map = names.find((name) => name.endsWith(".map"));
  if (map === undefined) return names.length === 0 ? undefined : names;
  const bytes = new Uint8Array(await (await (await folder.getFileHandle(map)).getFile()).arrayBuffer());
  return [...bytes.keys()].filter((index) => bytes[index] === 1);
})()`;
