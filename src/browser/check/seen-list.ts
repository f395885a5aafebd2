const KEY = "fairmirror-list";

/** Gives when the newest list was made that this browser saw here (ISO 8601); undefined when there was none, or nothing can be kept. */
export function readSeen(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    // Browsers that block cookies throw on the mere mention of storage.
    return undefined;
  }
}

/** Keeps when the newest list was made, where that is allowed. */
export function keepSeen(generated: string): void {
  try {
    localStorage.setItem(KEY, generated);
  } catch {
    // Then an older list cannot be told from a newer one.
  }
}
