import type { DnsFormat } from "./dns-format.ts";
import { renderOctodns } from "./octodns.ts";

/** A zone for octoDNS. */
export const OCTODNS: DnsFormat = {
  engines: "octoDNS 1, for Route 53, NS1, Azure and other providers with dynamic records",
  weights: "weights from 1 to 100; what does not fit is rounded, and the rounding told",
  checks: "the provider's own, over http or https; how often depends on the provider",
  addresses: "a member's weight is shared out over its addresses, one of which is answered",
  scale: "GitHub's zones; the provider's servers answer",
  effort: "no server: an account with a provider, and one file",
  deploy: [
    "pip install octodns and the module of your provider, such as octodns-route53",
    "fairmirror dns --format octodns --output config/ZONE.yaml --write (ZONE ends in a dot: example.org.yaml)",
    "production.yaml: the zone's source is a YamlProvider on config/, its target your provider",
    "octodns-sync --config-file production.yaml (shows what would change)",
    "octodns-sync --config-file production.yaml --doit; records that are not in the file are removed",
  ],
  render: renderOctodns,
  way: "file",
  keepsUnhealthy: true,
};
