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

function changeFirst(pool: DnsPool, change: Partial<DnsMember>): DnsPool {
  return { ...pool, members: pool.members.map((member, place) => (place === 0 ? { ...member, ...change } : member)) };
}

/** Each puts a text where a pool has a name, an address or the like. */
const PLACES: readonly ((pool: DnsPool, text: string) => DnsPool)[] = [
  (pool, text) => ({ ...pool, name: `${text}.example.org` }),
  (pool, text) => ({ ...pool, name: `dl.${text}example.org` }),
  (pool, text) => ({ ...pool, zone: { ...pool.zone, origin: text } }),
  (pool, text) => ({ ...pool, zone: { ...pool.zone, contact: `${text}@example.net` } }),
  (pool, text) => ({ ...pool, zone: { ...pool.zone, contact: `dns@${text}` } }),
  (pool, text) => ({ ...pool, zone: { ...pool.zone, nameservers: ["ns1.example.net", `${text}.example.com`] } }),
  (pool, text) => ({ ...pool, checkUrl: `http://dl.example.org/${text}` }),
  (pool, text) => ({ ...pool, checkUrl: `${text}://dl.example.org/` }),
  (pool, text) => changeFirst(pool, { a: [`198.51.100.1${text}`] }),
  (pool, text) => changeFirst(pool, { aaaa: [`2001:db8:ffff::1${text}`] }),
  (pool, text) => changeFirst(pool, { url_prefix: text }),
];

/** Pools with a hostile text in one place. */
export const hostilePools: fc.Arbitrary<DnsPool> = fc
  .tuple(somePools, fc.constantFrom(...PLACES), hostileText)
  .map(([pool, place, text]) => place(pool, text));

/** Tells whether a renderer refused a pool, as it must when it cannot print it. */
export function isRefusal(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof TypeError && error.message === "Invalid URL");
}
