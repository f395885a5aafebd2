import type { Host } from "../host.ts";
import type { DnsInputs } from "./read-dns-inputs.ts";

/** Tells who is left out and why, loudly when the findings were not followed, and what https asks of the members. */
export function tellChoice({ fallback, pool, choice }: DnsInputs, host: Host): void {
  for (const { url_prefix, reason } of choice.omitted) host.tell(`left out ${url_prefix}: ${reason}`);
  if (choice.failedOpen)
    host.tell(
      "floor: what was found would leave out more than half of the members, so nobody is left out for it; look whether the probe itself is at fault",
    );
  if (!pool.fallback_prefix?.startsWith("https:") || fallback.certificates === undefined) return;
  const whose = fallback.certificates === "each" ? "a certificate of its own" : "the shared certificate";
  host.tell(`https: every member must have ${whose} for ${fallback.name}`);
}
