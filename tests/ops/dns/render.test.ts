import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { measureAnswer, tellAnswerSizes } from "../../../src/ops/dns/answer-size.ts";
import { compareSets } from "../../../src/ops/dns/compare-sets.ts";
import type { DnsPool } from "../../../src/ops/dns/dns-pool.ts";
import { tellFamilies } from "../../../src/ops/dns/family-notes.ts";
import { NSUPDATE, renderUpdate } from "../../../src/ops/dns/nsupdate.ts";
import { ZONE } from "../../../src/ops/dns/zone.ts";
import { SAMPLE_FALLBACK, sampleMember, samplePool } from "./sample-fallback.ts";

const TWO = samplePool({
  members: [sampleMember(1, { aaaa: ["2001:db8::1"] }), sampleMember(2, { a: ["192.0.2.20", "192.0.2.21"] })],
});

function manyMembers(count: number): DnsPool["members"] {
  return Array.from({ length: count }, (_, index) => sampleMember(index + 1));
}

const HOSTILE: Readonly<Record<string, Partial<DnsPool>>> = {
  "a line break in the name": { name: "dl.example\n$INCLUDE /etc/passwd" },
  "a quote in the name": { name: 'dl".example' },
  "a name outside of the zone": { name: "dl.other.example" },
  "a TTL of 0": { ttl: 0 },
  "a TTL that is none": { ttl: NaN },
  "a line break in a server's name": { zone: { ...SAMPLE_FALLBACK.zone, nameservers: ["a.example", "b.example\nx"] } },
  "a contact with a semicolon": { zone: { ...SAMPLE_FALLBACK.zone, contact: "a;b@dns.example" } },
  "an address that is none": { members: [sampleMember(1, { a: ["192.0.2.1\nx"] })] },
  "IPv6 in A": { members: [sampleMember(1, { a: ["2001:db8::1"] })] },
  "IPv4 in AAAA": { members: [sampleMember(1, { aaaa: ["192.0.2.1"] })] },
  "another spelling": { members: [sampleMember(1, { aaaa: ["2001:DB8::1"] })] },
  "no members": { members: [] },
};

suite("the zone", () => {
  test("has absolute names, one TTL a set, and is the same each time", () => {
    const { text } = ZONE.render(TWO, { serial: 7 });
    assert.deepEqual(text.split("\n").slice(1), [
      "dl.example. 60 IN SOA ns1.dns.example. host\\.master.dns.example. 7 3600 900 1209600 60",
      "dl.example. 3600 IN NS ns1.dns.example.",
      "dl.example. 3600 IN NS ns2.dns.example.",
      "dl.example. 60 IN A 192.0.2.1",
      "dl.example. 60 IN A 192.0.2.20",
      "dl.example. 60 IN A 192.0.2.21",
      "dl.example. 60 IN AAAA 2001:db8::1",
      "",
    ]);
    assert.equal(ZONE.render(TWO, { serial: 7 }).text, text);
  });

  test("says that it cannot tell weights, only where they differ", () => {
    const says = (pool: DnsPool): boolean =>
      ZONE.render(pool, { serial: 7 }).notes.some((note) => note.includes("weights"));
    assert.equal(says(samplePool()), false);
    assert.equal(says(samplePool({ members: [sampleMember(1), sampleMember(2, { weight: 5 })] })), true);
    assert.equal(says(TWO), true);
  });

  for (const serial of [0, -1, 1.5, 2 ** 32, NaN])
    test(`refuses the serial ${serial}`, () => {
      assert.throws(() => ZONE.render(TWO, { serial }), RangeError);
    });
});

suite("the update", () => {
  test("replaces both sets in one message, beside no alias", () => {
    assert.deepEqual(renderUpdate(TWO).split("\n"), [
      "server 127.0.0.1 53",
      "zone dl.example.",
      "prereq nxrrset dl.example. IN CNAME",
      "update delete dl.example. IN A",
      "update delete dl.example. IN AAAA",
      "update add dl.example. 60 IN A 192.0.2.1",
      "update add dl.example. 60 IN A 192.0.2.20",
      "update add dl.example. 60 IN A 192.0.2.21",
      "update add dl.example. 60 IN AAAA 2001:db8::1",
      "send",
      "",
    ]);
  });

  test("is taken only while the server has what was read", () => {
    const text = renderUpdate(TWO, { a: [{ address: "192.0.2.9", ttl: 5 }], aaaa: [] });
    assert.match(
      text,
      /^prereq yxrrset dl\.example\. IN A 192\.0\.2\.9\nprereq nxrrset dl\.example\. IN AAAA\nupdate/m,
    );
    const strange = { a: [{ address: "192.0.2.9\nsend", ttl: 5 }], aaaa: [] };
    assert.throws(() => renderUpdate(TWO, strange), RangeError);
  });

  test("goes to a server by name or address, and to no other word", () => {
    for (const host of ["ns1.dns.example", "192.0.2.53", "2001:db8::53"])
      assert.match(renderUpdate(samplePool({ server: { host, port: 5353 } })), new RegExp(`^server ${host} 5353\n`));
    for (const server of [
      { host: "a b", port: 53 },
      { host: "a.example\nx", port: 53 },
      { host: "a.example", port: 0 },
    ])
      assert.throws(() => renderUpdate(samplePool({ server })), RangeError);
  });

  test("is told by what changes, TTLs included", () => {
    const served = {
      a: [
        { address: "192.0.2.1", ttl: 60 },
        { address: "192.0.2.2", ttl: 300 },
      ],
      aaaa: [],
    };
    assert.deepEqual(compareSets(served, samplePool()), [
      "-dl.example. 300 A 192.0.2.2",
      "+dl.example. 60 A 192.0.2.2",
    ]);
    assert.deepEqual(compareSets({ ...served, a: served.a.map((one) => ({ ...one, ttl: 60 })) }, samplePool()), []);
  });
});

for (const [name, parts] of Object.entries(HOSTILE))
  test(`neither format prints ${name}`, () => {
    const pool = samplePool(parts);
    const isZoneOnly = name.includes("server's") || name.includes("contact");
    assert.throws(() => ZONE.render(pool, { serial: 7 }), RangeError);
    if (!isZoneOnly) assert.throws(() => NSUPDATE.render(pool, { serial: 7 }), RangeError);
  });

suite("what is told of a pool", () => {
  test("is the share of each member by family, and who is never reached with IPv6", () => {
    assert.deepEqual(tellFamilies(TWO, "addresses"), [
      "IPv4: m1.example 33.3 %, m2.example 66.7 %",
      "IPv6: m1.example 100.0 %, m2.example 0.0 %",
      "visitors with IPv6 never come to m2.example, which has no IPv6 address: give all members one, or none",
    ]);
    const weighted = samplePool({ members: [sampleMember(1, { weight: 30 }), sampleMember(2)] });
    assert.deepEqual(tellFamilies(weighted, "weights"), [
      "IPv4: m1.example 75.0 %, m2.example 25.0 %",
      "IPv6: no member has an address",
    ]);
  });

  test("is the size of an answer from 513 and 1,233 bytes on", () => {
    // 12 + 12 + 4 bytes, and 16 for each: 30 addresses fill 508 bytes, 75 fill 1,228 with the 11 of EDNS above the limit.
    const tell = (count: number): string => tellAnswerSizes(samplePool({ members: manyMembers(count) })).join();
    assert.equal(measureAnswer(samplePool({ members: manyMembers(30) }), "a"), 508);
    assert.equal(tell(30), "");
    assert.match(tell(31), /all A records has 524 bytes, over the 512/);
    assert.match(tell(74), /1212 bytes, over the 512/);
    assert.match(tell(75), /1239 bytes, over the 1,232/);
  });
});
