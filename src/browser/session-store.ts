/** Keeps lines for the other pages of this tab, where storage is allowed, and gives what is kept; undefined when that is nothing. */
export function keepSession(lines?: readonly string[]): string[] | undefined {
  try {
    // Browsers that block cookies throw on the mere mention of storage.
    if (lines) sessionStorage["fairmirror"] = lines.join("\n");
    return (sessionStorage["fairmirror"] as string | undefined)?.split("\n");
  } catch {
    // Nothing is kept, then.
  }
}
