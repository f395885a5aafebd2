import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { Fault } from "../../src/ops/probe-fault.ts";
import type { AddressObservation } from "../../src/ops/probe-observation.ts";
import { judgeMirror } from "../../src/ops/verdict.ts";

const CHECKED = "2026-11-21T04:30:00.000Z";
const DEAD: Fault = { code: "refused", reason: "refuses connections" };
const LACKING: Fault = { code: "missing", reason: "answers 404 for b" };
const SPOILED: Fault = { code: "bad-bytes", reason: "sends other bytes" };
const NO_WAY: Fault = { code: "not-asked", reason: "not probed: this machine has no way to such addresses" };

function address(ip: string, fault?: Fault, facts: AddressObservation["facts"] = {}): AddressObservation {
  const family = ip.includes(":") ? 6 : 4;
  return { ip, family, facts, files: [{ path: "a" }, { path: "b", ...(fault && { fault }) }] };
}

function judge(...addresses: AddressObservation[]) {
  return judgeMirror({ url_prefix: "https://m.example/", checked: CHECKED, addresses });
}

/** The faults at the addresses, the verdict, and what is found of IPv4 and IPv6. */
const CASES: readonly (readonly [string, AddressObservation[], string, (boolean | undefined)[]])[] = [
  ["all right", [address("1.1.1.1"), address("::2")], "up", [true, true]],
  ["IPv6 dead", [address("1.1.1.1"), address("::2", DEAD)], "up", [true, false]],
  ["IPv4 dead", [address("1.1.1.1", DEAD), address("::2")], "down", [false, true]],
  ["one of two dead", [address("1.1.1.1", DEAD), address("1.1.1.2")], "up", [true, undefined]],
  ["all dead", [address("1.1.1.1", DEAD), address("::2", DEAD)], "down", [false, false]],
  ["no way to IPv6 from here", [address("1.1.1.1"), address("::2", NO_WAY)], "up", [true, undefined]],
  ["no way to anything", [address("::2", NO_WAY)], "unasked", [undefined, undefined]],
  ["one lacks a file", [address("1.1.1.1"), address("::2", LACKING)], "outdated", [true, true]],
  ["one spoiled, the other dead", [address("1.1.1.1", DEAD), address("::2", SPOILED)], "wrong", [false, true]],
];

suite("judgeMirror", () => {
  for (const [name, addresses, verdict, [ipv4, ipv6]] of CASES)
    test(`finds ${verdict}: ${name}`, () => {
      const finding = judge(...addresses);
      assert.deepEqual([finding.verdict, finding.ipv4, finding.ipv6], [verdict, ipv4, ipv6]);
    });

  test("names the address only where they differ", () => {
    assert.equal(judge(address("1.1.1.1", DEAD), address("::2", DEAD)).reason, "refuses connections");
    assert.equal(judge(address("1.1.1.1"), address("::2", SPOILED)).reason, "over IPv6 (::2) sends other bytes");
    assert.equal(
      judge(address("1.1.1.1"), address("::2", DEAD)).reason,
      "carries the release; over IPv6 (::2) refuses connections",
    );
  });

  test("names each path that is lacking once", () => {
    assert.deepEqual(judge(address("1.1.1.1", LACKING), address("::2", LACKING)).lacks, ["b"]);
    assert.deepEqual(judge(address("1.1.1.1", DEAD)).lacks, []);
  });

  test("takes the worse of two addresses' facts, and the better latency", () => {
    const { latency_ms, certificate_days, ranges, cors } = judge(
      address("1.1.1.1", undefined, { latencyMs: 80, certificateDays: 30, ranges: true, cors: true }),
      address("::2", undefined, { latencyMs: 20, certificateDays: 3, ranges: false, cors: true }),
    );
    assert.deepEqual([latency_ms, certificate_days, ranges, cors], [20, 3, false, true]);
  });

  test("lets no mirror steer a terminal by its words", () => {
    const reason = `redirects to \u001b[2J${"x".repeat(1000)}`;
    const finding = judge(address("1.1.1.1", { code: "redirect-unsafe", reason }));
    assert.equal(finding.reason.length, 300);
    assert.doesNotMatch(finding.reason, /\p{Cc}/u);
  });
});
