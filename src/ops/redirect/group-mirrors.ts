import { hasPath } from "../../core/order.ts";
import type { PublicMirror } from "../../core/pool.ts";
import type { MirrorSet, PathException, RedirectPool } from "./redirect-pool.ts";

function isPrintable(text: string): boolean {
  return /^[\x20-\x7e]+$/.test(text);
}

/** Lists what some mirror lacks, the longest first; a beginning that is not plain ASCII stands in no address. */
function listBeginnings(mirrors: readonly PublicMirror[]): string[] {
  const beginnings = new Set(mirrors.flatMap(({ lacks = [] }) => lacks).filter(isPrintable));
  return [...beginnings].sort((one, other) => other.length - one.length || (one < other ? -1 : 1));
}

function toSet(mirrors: readonly PublicMirror[]): MirrorSet {
  return mirrors.map(({ url_prefix, weight }) => ({ url_prefix, weight }));
}

function nameSet(set: MirrorSet): string {
  return set.map(({ url_prefix }) => url_prefix).join(" ");
}

/** Groups mirrors by what they carry: one set for most paths, and others for paths that some lack. */
export function groupMirrors(mirrors: readonly PublicMirror[]): Pick<RedirectPool, "sets" | "exceptions"> {
  const sets: [MirrorSet, ...MirrorSet[]] = [toSet(mirrors)];
  const exceptions: PathException[] = listBeginnings(mirrors).map((beginning) => {
    const set = toSet(mirrors.filter((mirror) => hasPath(mirror, beginning)));
    const known = sets.findIndex((other) => nameSet(other) === nameSet(set));
    return { beginning, set: known < 0 ? sets.push(set) - 1 : known };
  });
  return { sets, exceptions };
}
