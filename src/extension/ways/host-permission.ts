import type { PublicMirror } from "../../core/pool.ts";
import { FILTER_PERMISSIONS } from "./filter-permission.ts";
import type { Way } from "./rank-ways.ts";

/** Gives the hosts of mirrors, each once, without their ports: Firefox knows none there. */
export function listHosts(mirrors: readonly PublicMirror[]): string[] {
  return [...new Set(mirrors.map(({ url_prefix }) => new URL(url_prefix).hostname))];
}

function toPermissions(mirrors: readonly PublicMirror[]): { origins: string[] } {
  return { origins: listHosts(mirrors).map((host) => `https://${host}/*`) };
}

/** Tells whether the extension may ask all of the mirrors. */
export function hasHosts(mirrors: readonly PublicMirror[]): Promise<boolean> {
  return chrome.permissions.contains(toPermissions(mirrors));
}

/** Asks for the permission to ask the mirrors, and for what a way needs beside; it must be called in the click itself. */
export function askForWay(way: Way, mirrors: readonly PublicMirror[]): Promise<boolean> {
  const permissions = way === "stream" ? FILTER_PERMISSIONS : [];
  return chrome.permissions.request({ ...toPermissions(mirrors), permissions });
}
