/** Gives each mirror's short name: its host, or where several share one, the whole address without its scheme. */
export function nameMirrors(prefixes: readonly string[]): string[] {
  const hosts = prefixes.map((prefix) => new URL(prefix).host);
  return prefixes.map((prefix, index) => {
    const host = hosts[index] ?? prefix;
    return hosts.indexOf(host) === hosts.lastIndexOf(host) ? host : prefix.replace(/^\w+:\/\//, "");
  });
}

/** Shortens a name to so many characters, at its end. */
export function shortenName(name: string, width: number): string {
  return name.length <= width ? name : `${name.slice(0, Math.max(width - 1, 0))}…`;
}
