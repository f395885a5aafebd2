import type { Fault } from "./probe-fault.ts";

/** How many redirects a probe follows; browsers follow 20, and a mirror has no need of more than one or two. */
export const MAX_REDIRECTS = 5;

/** A redirect that a mirror sent. */
export interface Redirect {
  readonly from: URL;
  /** The `Location` header. */
  readonly location: string | undefined;
  /** The addresses that were asked before, `from` with them, the oldest first. */
  readonly seen: readonly string[];
}

function findTargetFault(from: URL, target: URL): Fault | undefined {
  const { protocol, hostname, href } = target;
  if (protocol !== "https:" && !(protocol === "http:" && from.protocol === "http:"))
    return { code: "redirect-unsafe", reason: `redirects to ${href}, which leaves https` };
  if (hostname.endsWith(".onion"))
    return { code: "redirect-unsafe", reason: `redirects to ${href}, which most browsers cannot open` };
  return undefined;
}

/** Reads where a redirect leads, or why it must not be followed: it leaves https, leads in a circle, or nowhere. */
export function readRedirect({ from, location, seen }: Redirect): URL | Fault {
  if (location === undefined || !URL.canParse(location, from))
    return { code: "bad-http", reason: "redirects without an address to go to" };
  const target = new URL(location, from);
  target.hash = "";
  const unsafe = findTargetFault(from, target);
  if (unsafe) return unsafe;
  if (seen.includes(target.href))
    return { code: "redirect-circle", reason: `redirects in a circle over ${target.href}` };
  if (seen.length > MAX_REDIRECTS)
    return { code: "redirect-circle", reason: `redirects more than ${MAX_REDIRECTS} times, at last to ${target.href}` };
  return target;
}
