import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import fc from "fast-check";
import type { MaintainedPool } from "../../../src/core/pool.ts";
import { checkFallback } from "../../../src/ops/check-fallback.ts";
import { normalizeIpv6 } from "../../../src/ops/dns/address.ts";
import { chooseMembers } from "../../../src/ops/dns/choose-members.ts";
import type { DnsPool } from "../../../src/ops/dns/dns-pool.ts";
import type { Fallback } from "../../../src/ops/dns/fallback.ts";
import { toDnsPool } from "../../../src/ops/dns/to-dns-pool.ts";
import { NSUPDATE } from "../../../src/ops/dns/nsupdate.ts";
import { ZONE } from "../../../src/ops/dns/zone.ts";
import { SAMPLE_FALLBACK } from "../../ops/dns/sample-fallback.ts";
import { findEngine } from "./find-engine.ts";
import { makeZoneLab, type ZoneLab } from "./zone-lab.ts";
import { ZONE_SERVERS } from "./zone-servers.ts";

const NSUPDATE_PROGRAM = findEngine("nsupdate", ["bind9-dnsutils"]);
const SKIP = ZONE_SERVERS.find(({ skip }) => skip !== false)?.skip ?? NSUPDATE_PROGRAM.skip;
const OPTIONS = { skip: SKIP };

const INJECTIONS = [
  "\n",
  "\r\n$INCLUDE /etc/passwd\n",
  '"',
  ";",
  "(",
  "\\",
  "\\010",
  "\t",
  "@",
  "*",
  "é",
  "\0",
  "send\n",
  " IN CNAME x.",
];

/** Names and addresses, right ones and such as hold what means something to an engine. */
function spoiled(right: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const wrong = fc
    .tuple(right, fc.constantFrom(...INJECTIONS), fc.nat(40))
    .map(([text, injection, place]) => text.slice(0, place) + injection + text.slice(place));
  return fc.oneof({ weight: 30, arbitrary: right }, { weight: 1, arbitrary: wrong });
}

const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/);
const hostName = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => `${labels.join(".")}.example`);
const octet = fc.nat(255);
const ipv4 = fc.tuple(octet, octet, octet, octet).map((octets) => octets.join("."));
const addresses = fc.record({
  a: fc.array(spoiled(ipv4), { minLength: 1, maxLength: 4 }),
  aaaa: fc.array(spoiled(fc.ipV6()), { maxLength: 4 }),
});
const PREFIXES = SAMPLE_FALLBACK.members.map(({ url_prefix }) => url_prefix);
const MIRRORS = PREFIXES.map((url_prefix) => ({
  url_prefix,
  weight: 10,
  notes: INJECTIONS.join(),
  sponsor: "x\n$TTL 1",
}));

const fallback: fc.Arbitrary<Fallback> = fc
  .record({
    origin: spoiled(hostName),
    first: fc.option(spoiled(label), { nil: undefined }),
    nameservers: fc.array(spoiled(hostName), { minLength: 2, maxLength: 3 }),
    contact: spoiled(hostName.map((name) => `host.master@${name}`)),
    members: fc.array(addresses, { minLength: 2, maxLength: 4 }),
  })
  .map(({ origin, first, nameservers, contact, members }) => ({
    version: 1,
    name: first === undefined ? origin : `${first}.${origin}`,
    zone: { origin, nameservers, contact },
    // nsupdate would look a name up.
    server: { host: "127.0.0.1" },
    members: members.map((member, index) => ({ url_prefix: PREFIXES[index] ?? "", ...member })),
  }));

function listRecords(text: string): string[] {
  const lines = text.split("\n").map((line) => /^(\S+)\s+60\s+IN\s+(A|AAAA)\s+(\S+)$/.exec(line));
  // BIND writes some addresses with an IPv4 part.
  const respell = (address = ""): string => normalizeIpv6(address) ?? address;
  return lines.flatMap((match) => (match ? `${match[1] ?? ""} ${match[2] ?? ""} ${respell(match[3])}` : [])).sort();
}

/** Gives the pool that the check lets through. */
function accept(candidate: Fallback): DnsPool | undefined {
  const pool: MaintainedPool = { mirrors: MIRRORS };
  const { fallback: checked } = checkFallback(JSON.stringify(candidate), { file: "fallback.json", pool, dev: true });
  if (!checked) return undefined;
  return toDnsPool({ fallback: checked, pool, choice: chooseMembers(checked, pool, undefined), keepsUnhealthy: false });
}

/** Gives the address records of a zone file as BIND reads it, in one spelling. */
function dump(checker: string, { zone }: DnsPool, file: string): string[] {
  const words = ["-D", "-q", "-o", "-", zone.origin, file];
  const { stdout, stderr } = spawnSync(checker, words, { encoding: "utf8" });
  assert.notEqual(stdout, "", stderr);
  return listRecords(stdout);
}

function expected({ name, members }: DnsPool): string[] {
  const records = members.flatMap(({ a, aaaa }) => [
    ...a.map((one) => `A ${one}`),
    ...aaaa.map((one) => `AAAA ${one}`),
  ]);
  return records.map((record) => `${name}. ${record}`).sort();
}

suite("hostile fallbacks", OPTIONS, () => {
  const labs: ZoneLab[] = [];
  before(async () => {
    for (const server of ZONE_SERVERS) labs.push(await makeZoneLab(server, "dl.example"));
  });
  after(() => Promise.all(labs.map(({ folder }) => folder.remove())));

  test("are refused, or the zone and the update hold exactly their addresses, for every checker", async () => {
    let [accepted, refused] = [0, 0];
    for (const candidate of fc.sample(fallback, { numRuns: 120, seed: 4 })) {
      const pool = accept(candidate);
      if (!pool) {
        refused++;
        continue;
      }
      if (++accepted > 20) continue;
      const { text } = ZONE.render(pool, { serial: 1 });
      for (const [index, lab] of labs.entries()) {
        const { code, words } = await lab.check(text, pool.zone.origin);
        assert.equal(code, 0, `${ZONE_SERVERS[index]?.name ?? ""}: ${words}${text}`);
      }
      assert.deepEqual(
        dump(ZONE_SERVERS[0]?.checker.path ?? "", pool, join(labs[0]?.folder.path ?? "", "checked")),
        expected(pool),
      );
      const update = NSUPDATE.render(pool, { serial: 1 }).text.replace(/^send$/m, "show");
      const { status, stdout } = spawnSync(NSUPDATE_PROGRAM.path, { input: update, encoding: "utf8" });
      assert.equal(status, 0, update);
      assert.deepEqual(listRecords(stdout), expected(pool));
    }
    assert.ok(accepted > 10 && refused > 20, `${accepted} accepted, ${refused} refused`);
  });
});
