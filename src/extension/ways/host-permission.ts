import { builtIn } from "../built-in.ts";
import { FILTER_PERMISSIONS } from "./filter-permission.ts";
import { isAllowed } from "./match-sites.ts";
import type { Way } from "./rank-ways.ts";

function toPattern(host: string): string {
  return `https://${host}/*`;
}

/** Gives match patterns of the sites that the extension may ask. What its user takes back is not among them, even if the manifest names it. */
export async function listAllowed(): Promise<readonly string[]> {
  return (await chrome.permissions.getAll()).origins ?? [];
}

/** Gives the project's own sites that may not be asked: browsers let their users take back even what came with the extension. */
export function listOwnAsked(allowed: readonly string[]): string[] {
  const own = [builtIn.site, builtIn.pool, builtIn.releases].filter((address) => !isAllowed(address, allowed));
  return [...new Set(own.map((address) => new URL(address).hostname))];
}

/** Asks for the permission to ask hosts, and for what a way needs beside; it must be called in the click itself. False: it was refused. */
export async function askForHosts(hosts: readonly string[], way?: Way): Promise<boolean> {
  const permissions = way === "stream" ? FILTER_PERMISSIONS : [];
  try {
    return await chrome.permissions.request({ origins: hosts.map(toPattern), permissions });
  } catch {
    // Whoever runs the machine has ruled it out.
    return false;
  }
}
