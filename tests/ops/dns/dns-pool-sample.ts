import type { DnsMember, DnsPool } from "../../../src/ops/dns/dns-pool.ts";

/** Makes a member that is well, with whatever a test says otherwise. */
export function makeMember(host: string, weight: number, rest: Partial<DnsMember> = {}): DnsMember {
  return { url_prefix: `https://${host}/os/`, host, weight, a: [], aaaa: [], isHealthy: true, ...rest };
}

/** Three members: one with two IPv4 addresses, one without IPv6, and one that is down. */
export const MEMBERS: readonly DnsMember[] = [
  makeMember("alpha.example", 100, { a: ["192.0.2.10", "192.0.2.11"], aaaa: ["2001:db8:a::10"] }),
  makeMember("beta.example", 60, { a: ["198.51.100.20"] }),
  makeMember("gamma.example", 45, { a: ["203.0.113.30"], aaaa: ["1:2:3:4:5:6:7:8"], isHealthy: false }),
];

/** Makes a pool below its zone, checked over http, with whatever a test says otherwise. */
export function makeDnsPool(rest: Partial<DnsPool> = {}): DnsPool {
  return {
    name: "dl.example.org",
    ttl: 60,
    zone: {
      origin: "example.org",
      nameservers: ["ns1.example.net", "ns2.example.com"],
      contact: "dns.admin@example.net",
    },
    server: { host: "ns1.example.net", port: 53 },
    checkUrl: "http://dl.example.org/os/alive.txt",
    members: MEMBERS,
    ...rest,
  };
}
