import type { DnsFormat } from "../../ops/dns/dns-format.ts";
import type { Host } from "../host.ts";
import type { DnsInputs } from "./read-dns-inputs.ts";

/** Tells who is left out, or marked, and why; loudly when the findings were not followed; and what https asks of the members. */
export function tellChoice(
  { fallback, pool, choice }: DnsInputs,
  { keepsUnhealthy }: Pick<DnsFormat, "keepsUnhealthy">,
  host: Host,
): void {
  const kept = new Set(choice.members.map(({ url_prefix }) => (keepsUnhealthy ? url_prefix : "")));
  for (const { url_prefix, reason } of choice.omitted)
    host.tell(`${kept.has(url_prefix) ? "left to the engine's own check" : "left out"} ${url_prefix}: ${reason}`);
  if (choice.failedOpen)
    host.tell(
      "floor: what was found would leave out more than half of the members, so nobody is left out for it; look whether the probe itself is at fault",
    );
  if (!pool.fallback_prefix?.startsWith("https:") || fallback.certificates === undefined) return;
  const whose = fallback.certificates === "each" ? "a certificate of its own" : "the shared certificate";
  host.tell(`https: every member must have ${whose} for ${fallback.name}`);
}
