import fc from "fast-check";
import type { DnsMember, DnsPool } from "../../../src/ops/dns/dns-pool.ts";
import { normalizeIpv6 } from "../../../src/ops/dns/address.ts";
import { makeDnsPool } from "./dns-pool-sample.ts";

/** Text that means something to some engine, or to none. */
export const hostileText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.constantFrom(
    '"',
    "'",
    "\\",
    "\n$INCLUDE /etc/passwd\n",
    "} options => {",
    "')} os.execute('x') --",
    "]] return '192.0.2.66'",
    "a: &x [*x]",
    "; rm",
    "$include{/etc/passwd}",
    "# comment",
    "\r\nevil.example. 60 IN A 192.0.2.66",
    "{{7*7}}",
    "%0a",
  ),
);

/** Members with addresses of their own: the place makes them differ. */
function toMember(
  { host, weight, a, aaaa, isHealthy }: { host: string; weight: number; a: number; aaaa: number; isHealthy: boolean },
  place: number,
): DnsMember {
  const ipv4 = Array.from({ length: a }, (_, index) => `192.0.2.${10 * place + index + 1}`);
  const ipv6 = Array.from({ length: aaaa }, (_, index) => normalizeIpv6(`2001:db8:0:${place}::${index + 1}`) ?? "");
  return { url_prefix: `https://${host}/`, host, weight, a: ipv4, aaaa: ipv6, isHealthy };
}

const someMembers = fc
  .array(
    fc.record({
      host: hostileText,
      weight: fc.integer({ min: 1, max: 1000 }),
      a: fc.integer({ min: 1, max: 4 }),
      aaaa: fc.integer({ min: 0, max: 3 }),
      isHealthy: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.map(toMember))
  .map(([first, ...rest]) => (first ? [{ ...first, isHealthy: true }, ...rest] : []));

/** Pools that every engine must take; the hosts of the members, which nothing is made of, are hostile. */
export const somePools: fc.Arbitrary<DnsPool> = fc
  .record({
    members: someMembers,
    ttl: fc.integer({ min: 5, max: 10_800 }),
    origin: fc.constantFrom("example.org", "dl.example.org"),
    scheme: fc.constantFrom("http", "https"),
  })
  .map(({ members, ttl, origin, scheme }) =>
    makeDnsPool({
      members,
      ttl,
      zone: { ...makeDnsPool().zone, origin },
      checkUrl: `${scheme}://dl.example.org/os/alive.txt`,
    }),
  );
