import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { suite, test } from "node:test";
import { GDNSD, GDNSD_ZONE } from "../../../src/ops/dns/gdnsd-format.ts";
import { GEODNS } from "../../../src/ops/dns/geodns-format.ts";
import { OCTODNS } from "../../../src/ops/dns/octodns-format.ts";
import { POWERDNS } from "../../../src/ops/dns/powerdns-format.ts";
import { makeDnsPool, makeMember, MEMBERS } from "./dns-pool-sample.ts";
import { FORMATS, HOLDING, render, SERIAL } from "./render-weighted.ts";

function readExpected(name: string): string {
  return readFileSync(new URL(`../../vectors/dns/${name}.txt`, import.meta.url), "utf8");
}

for (const [name, format] of Object.entries(FORMATS)) {
  suite(name, () => {
    test("is rendered as the vector shows", () => {
      assert.equal(render(format).text, readExpected(name));
    });

    test("has a serial that is found again, or none", () => {
      assert.equal(format.findSerial?.(render(format).text), format.findSerial && SERIAL);
      assert.equal(format.findSerial?.("nothing"), undefined);
    });
  });
}

const ODD_NAMES = [
  "dl.example.org\n",
  'dl"',
  "dl.$INCLUDE.org",
  "dl.example.org.",
  "DL.example.org",
  "a}.example.org",
  "",
];
const ODD_CONTACTS = ["a b@example.org", "a@b", "a;@example.org", "a\n@example.org", "@example.org", "a@b@example.org"];

for (const [name, format] of Object.entries(FORMATS).filter(([key]) => key !== "gdnsd-states")) {
  test(`${name} refuses names that are none`, () => {
    for (const odd of ODD_NAMES) {
      assert.throws(() => render(format, { name: odd, checkUrl: undefined }), RangeError);
    }
  });
}

for (const [name, format] of Object.entries(FORMATS).filter(([, { findSerial }]) => findSerial)) {
  test(`${name} refuses contacts and servers that are none`, () => {
    const { zone } = makeDnsPool();
    for (const contact of ODD_CONTACTS) {
      assert.throws(() => render(format, { zone: { ...zone, contact } }), RangeError);
    }
    const nameservers = ["ns1.example.net. A 192.0.2.1"];
    assert.throws(() => render(format, { zone: { ...zone, nameservers } }), RangeError);
  });
}

for (const [name, format] of HOLDING) {
  suite(`addresses in ${name}`, () => {
    test("a member of weight 0 does not appear", () => {
      const members = [...MEMBERS, makeMember("zero.example", 0, { a: ["192.0.2.99"], aaaa: ["2001:db8::99"] })];
      assert.equal(render(format, { members }).text, render(format).text);
    });

    test("refuses an address that is none", () => {
      for (const odd of ["192.0.2.1\n", "192.0.2.256", "192.0.2.01", "2001:db8::1", "'", '" ]']) {
        const members = [makeMember("odd.example", 1, { a: [odd] })];
        assert.throws(() => render(format, { members }), RangeError);
      }
      for (const odd of ["2001:DB8::1", "2001:db8:0::1", "fe80::1%eth0", "192.0.2.1"]) {
        const members = [makeMember("odd.example", 1, { aaaa: [odd] })];
        assert.throws(() => render(format, { members }), RangeError);
      }
    });

    test("does not tell what only maintainers see, and nothing of a host that is no name", () => {
      const members = MEMBERS.map((member) => ({
        ...member,
        host: "x\n} $INCLUDE",
        url_prefix: "https://e\n'/",
        notes: "private",
      }));
      const { text } = render(format, { members });
      assert.doesNotMatch(text, /private|INCLUDE|https:\/\/e/);
    });
  });
}

suite("what a format cannot tell", () => {
  test("the share of each member is told for each family", () => {
    for (const format of [GDNSD, POWERDNS, OCTODNS]) {
      const { notes } = render(format);
      assert.ok(
        notes.includes("IPv4: alpha.example 48.8 %, beta.example 29.3 %, gamma.example 22.0 %"),
        notes.join("\n"),
      );
      assert.ok(notes.some((note) => note.startsWith("visitors with IPv6 never come to beta.example")));
    }
    assert.ok(render(GEODNS).notes.includes("IPv4: alpha.example 62.5 %, beta.example 37.5 %"));
  });

  const members = [
    makeMember("a.example", 997, { a: ["192.0.2.1"] }),
    makeMember("b.example", 500, { a: ["192.0.2.2"] }),
  ];

  test("rounding is told, in percentage points, where there is any", () => {
    assert.match(render(OCTODNS, { members }).notes.join("\n"), /IPv4: rounding .* up to 0\.067 percentage points/);
    for (const format of [GDNSD, POWERDNS, GEODNS])
      assert.doesNotMatch(render(format, { members }).notes.join("\n"), /rounding/);
    assert.doesNotMatch(render(OCTODNS).notes.join("\n"), /rounding/);
  });

  test("a TTL that gdnsd does not take is told", () => {
    const { text, notes } = render(GDNSD_ZONE, { ttl: 1 });
    assert.match(text, / 5\/5 IN DYNA /);
    assert.match(notes.join("\n"), /ttl: gdnsd lets answers be kept for 5 s at least, 1 s are asked for/);
  });
});

suite("the pool at the top of its zone", () => {
  const zone = { ...makeDnsPool().zone, origin: "dl.example.org" };

  test("geodns and octoDNS name it by an empty label", () => {
    const geodns = JSON.parse(render(GEODNS, { zone }).text) as { data: Record<string, Record<string, unknown>> };
    assert.deepEqual(Object.keys(geodns.data), [""]);
    assert.deepEqual(Object.keys(geodns.data[""] ?? {}), ["ns", "a", "aaaa"]);
    assert.match(render(OCTODNS, { zone }).text, /^---\n"":\n- dynamic:/m);
  });

  test("a name outside of the zone is refused", () => {
    const outside = { zone: { ...zone, origin: "l.example.org" } };
    for (const format of [GEODNS, OCTODNS, GDNSD_ZONE, POWERDNS])
      assert.throws(() => render(format, outside), RangeError);
  });
});
