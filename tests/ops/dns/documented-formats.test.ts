import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { suite, test } from "node:test";
import { Ajv, type ValidateFunction } from "ajv";
import fc from "fast-check";
import { parse } from "yaml";
import type { DnsPool, HealthSource } from "../../../src/ops/dns/dns-pool.ts";
import { renderGeodns } from "../../../src/ops/dns/geodns.ts";
import { renderOctodns } from "../../../src/ops/dns/octodns.ts";
import { makeDnsPool, makeMember } from "./dns-pool-sample.ts";
import { hostilePools, isRefusal, somePools } from "./some-pools.ts";

const SERIAL = 4_294_967_295;

function compile(name: string): ValidateFunction {
  const schema: unknown = JSON.parse(
    readFileSync(new URL(`../../vectors/${name}.schema.json`, import.meta.url), "utf8"),
  );
  return new Ajv({ allErrors: true, strictTypes: false, strictTuples: false }).compile(schema as object);
}

const isGeodns = compile("geodns");
const isOctodns = compile("octodns");

/** octoDNS reads YAML 1.1, other programs 1.2: both must see the same. */
function readYaml(text: string): unknown {
  const old: unknown = parse(text, { version: "1.1" });
  assert.deepEqual(parse(text), old);
  return old;
}

function readGeodns(pool: DnsPool): unknown {
  return JSON.parse(renderGeodns(pool, { serial: SERIAL }).text);
}

function readOctodns(pool: DnsPool, health?: HealthSource): unknown {
  return readYaml(renderOctodns(pool, { serial: SERIAL, health }).text);
}

function assertValid(validate: ValidateFunction, value: unknown): void {
  assert.ok(validate(value), JSON.stringify(validate.errors));
}

/** Checks what a hostile pool becomes, unless it is refused. */
function checkHostile(check: (pool: DnsPool) => void): (pool: DnsPool) => void {
  return (pool) => {
    try {
      check(pool);
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
  };
}

type Change = readonly [what: string, from: string, to: string];

/** Faults that the engines refuse, or answer wrongly; each is one change of a good text. */
const GEODNS_FAULTS: readonly Change[] = [
  ["a weight of 0, of which all would be answered if all were 0", "833330", "0"],
  ["a weight with a fraction", "833330", "0.5"],
  ["IPv6 among IPv4, on which its reader panics", "192.0.2.10", "2001:db8::1"],
  ["an address that is none", "192.0.2.10", "192.0.2.256"],
  ["two answers at once", '"max_hosts": 1', '"max_hosts": 2'],
  ["a look at where visitors are", '"targeting": "@"', '"targeting": "@ country"'],
  ["a name server without its dot", "ns1.example.net.", "ns1.example.net"],
  ["a serial beyond 32 bits", "4294967295", "4294967296"],
];

const OCTODNS_FAULTS: readonly Change[] = [
  ["a weight of 0", "weight: 60", "weight: 0"],
  ["a weight above 100", "weight: 60", "weight: 101"],
  ["a weight with a fraction", "weight: 60", "weight: 2.5"],
  ["IPv6 in an A record", "value: 192.0.2.10", "value: 2001:db8::1"],
  ["a pool that no rule leads to", "- pool: mirrors", "- pool: others"],
  ["a protocol that it does not know", "protocol: HTTP", "protocol: GOPHER"],
  ["an address that YAML 1.1 takes for a number", '"1:2:3:4:5:6:7:8"', "1:2:3:4:5:6:7:8"],
];

suite("geodns's documented format", () => {
  test("holds for whatever pool", () => {
    const check = (pool: DnsPool): void => assertValid(isGeodns, readGeodns(pool));
    fc.assert(fc.property(somePools, check), { numRuns: 100 });
    fc.assert(fc.property(hostilePools, checkHostile(check)), { numRuns: 300 });
  });

  const { text } = renderGeodns(makeDnsPool(), { serial: SERIAL });
  for (const [what, from, to] of GEODNS_FAULTS) {
    test(`refuses ${what}`, () => {
      assert.ok(text.includes(from));
      assert.equal(isGeodns(JSON.parse(text.replace(from, to))), false);
    });
  }

  test("a member's addresses share its weight, and the sum stays below 2 billion", () => {
    const addresses = Array.from({ length: 16 }, (_, index) => `192.0.2.${index + 1}`);
    const members = [
      makeMember("a.example", 1000, { a: addresses }),
      makeMember("b.example", 1, { a: ["192.0.2.99"] }),
    ];
    const { data } = readGeodns(makeDnsPool({ members })) as { data: { dl: { a: [string, number][] } } };
    const weights = data.dl.a.map(([, weight]) => weight);
    const sum = weights.reduce((one, other) => one + other, 0);
    assert.ok(sum < 2_000_000_000);
    assert.ok(Math.abs((weights[16] ?? 0) / sum - 1 / 1001) < 1e-6);
  });
});

suite("octoDNS's documented format", () => {
  test("holds for whatever pool", () => {
    const check = (pool: DnsPool, health: HealthSource): void => assertValid(isOctodns, readOctodns(pool, health));
    fc.assert(fc.property(somePools, fc.constantFrom("engine", "none"), check), { numRuns: 100 });
    fc.assert(
      fc.property(
        hostilePools,
        checkHostile((pool) => check(pool, "engine")),
      ),
      { numRuns: 300 },
    );
  });

  const { text } = renderOctodns(makeDnsPool(), { serial: SERIAL });
  for (const [what, from, to] of OCTODNS_FAULTS) {
    test(`refuses ${what}`, () => {
      assert.ok(text.includes(from));
      assert.equal(isOctodns(parse(text.replaceAll(from, to), { version: "1.1" })), false);
    });
  }

  test("a single value has the weight 1", () => {
    const members = [makeMember("a.example", 700, { a: ["192.0.2.1"] })];
    assert.match(renderOctodns(makeDnsPool({ members }), { serial: 1 }).text, /weight: 1\n/);
    const alone = readOctodns(makeDnsPool({ members }));
    assertValid(isOctodns, alone);
    assert.equal(isOctodns(JSON.parse(JSON.stringify(alone).replace('"weight":1', '"weight":2'))), false);
  });

  test("keys are sorted, which octoDNS insists on", () => {
    const isSorted = (value: unknown): boolean => {
      if (typeof value !== "object" || value === null) return true;
      const keys = Array.isArray(value) ? [] : Object.keys(value);
      return (
        keys.every((key, index) => index === 0 || (keys[index - 1] ?? "") < key) && Object.values(value).every(isSorted)
      );
    };
    assert.ok(isSorted(readOctodns(makeDnsPool())));
    assert.equal(isSorted({ b: 1, a: 2 }), false);
  });
});
