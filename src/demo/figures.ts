const KIB = 1024;

/** Renders a number of bytes for people: "512 B", "64.0 MiB". */
export function renderBytes(bytes: number): string {
  const units = ["B", "KiB", "MiB", "GiB", "TiB"];
  const power = Math.min(bytes > 0 ? Math.floor(Math.log2(bytes) / 10) : 0, units.length - 1);
  return `${(bytes / KIB ** power).toFixed(power === 0 ? 0 : 1)} ${units[power] ?? ""}`;
}

/** Renders a share from 0 to 1 as a percentage; a dash where there is none. */
export function renderShare(share: number | undefined): string {
  return share === undefined ? "–" : `${(share * 100).toFixed(1)} %`;
}

/** Shortens a host to a number of characters; what makes it an onion service stays. */
export function shortenHost(host: string, width: number): string {
  if (host.length <= width) return host;
  const end = host.endsWith(".onion") ? "….onion" : "…";
  return host.slice(0, width - end.length) + end;
}
