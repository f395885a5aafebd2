import { isIP } from "node:net";
import { isInnerAddress } from "./is-inner-address.ts";

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d+){3})$/;

/** Names that only their own network knows (RFC 6761, RFC 6762 with its appendix G, RFC 8375, ICANN's .internal), and bare words. */
const LOCAL = /^[^.]+$|\.(local|localdomain|internal|intranet|private|corp|home|lan|home\.arpa|invalid)$/;

/** A name with an empty label, such as "..", or with one that is too long for the DNS (RFC 1035, section 2.3.4). */
const NO_NAME = /(^|\.)(\.|$)|[^.]{64}/;

/**
 * Tells whether a host leads a visitor to their own machine or network, or nowhere. Takes the host as the URL standard writes
 * it, where 2130706433, 0x7f.1 and 127.1 are all 127.0.0.1. With `dev`, this machine is where it shall lead.
 */
export function isUnreachableHost(hostname: string, { dev }: { readonly dev: boolean }): boolean {
  const host = hostname.replace(/^\[|[.\]]$/g, "");
  if (LOOPBACK.test(host)) return !dev;
  const family = isIP(host);
  return family === 0 ? LOCAL.test(host) || NO_NAME.test(host) : isInnerAddress({ ip: host, family });
}
