/** Gives the bytes that a line of base64 stands for; undefined when it is not there or holds anything else. */
export function findBytes(line: string | undefined): Uint8Array | undefined {
  if (line === undefined || !/^([A-Za-z0-9+/]{4})+$|^([A-Za-z0-9+/]{4})*[A-Za-z0-9+/]{2,3}={1,2}$/.test(line))
    return undefined;
  try {
    return Uint8Array.from(atob(line), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** Renders bytes as a line of base64. For keys and signatures: a file would be too many arguments. */
export function renderBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
