import type { DnsMember, DnsPool } from "../../../src/ops/dns/dns-pool.ts";
import type { Fallback } from "../../../src/ops/dns/fallback.ts";

/** A fallback of four members, the first of which has two addresses of each family. */
export const SAMPLE_FALLBACK: Fallback = {
  version: 1,
  name: "dl.example",
  zone: {
    origin: "dl.example",
    nameservers: ["ns1.dns.example", "ns2.dns.example"],
    contact: "host.master@dns.example",
  },
  certificates: "each",
  members: [
    { url_prefix: "https://m3.example/", a: ["203.0.113.30"] },
    {
      url_prefix: "https://m1.example/os/",
      a: ["192.0.2.11", "192.0.2.10"],
      aaaa: ["2001:DB8:0:0::11", "2001:db8::10"],
    },
    { url_prefix: "https://m2.example/", a: ["198.51.100.20"], aaaa: ["2001:db8:b::20"], weight: 7 },
    { url_prefix: "https://m4.example/", a: ["203.0.113.40"] },
  ],
};

/** Makes a member of a pool. */
export function sampleMember(number: number, parts: Partial<DnsMember> = {}): DnsMember {
  const host = `m${number}.example`;
  return {
    url_prefix: `https://${host}/`,
    host,
    weight: 10,
    a: [`192.0.2.${number}`],
    aaaa: [],
    isHealthy: true,
    ...parts,
  };
}

/** Makes a pool that renderers take. */
export function samplePool(parts: Partial<DnsPool> = {}): DnsPool {
  const { name, zone } = SAMPLE_FALLBACK;
  const members = [sampleMember(1), sampleMember(2)];
  return { name, ttl: 60, zone, server: { host: "127.0.0.1", port: 53 }, checkUrl: undefined, members, ...parts };
}
