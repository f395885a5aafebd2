import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { MaintainedPool } from "../../../src/core/pool.ts";
import { chooseMembers } from "../../../src/ops/dns/choose-members.ts";
import { toDnsPool } from "../../../src/ops/dns/to-dns-pool.ts";
import type { MirrorStatus, Status, Verdict } from "../../../src/ops/status.ts";
import { SAMPLE_FALLBACK } from "./sample-fallback.ts";

const PREFIXES = ["https://m1.example/os/", "https://m2.example/", "https://m3.example/", "https://m4.example/"];

function makePool(...weights: readonly number[]): MaintainedPool {
  const mirrors = PREFIXES.map((url_prefix, index) => ({ url_prefix, weight: weights[index] ?? 10 }));
  return { fallback_prefix: "https://dl.example/", mirrors };
}

function makeStatus(...verdicts: readonly (Verdict | Partial<MirrorStatus>)[]): Status {
  const time = "2026-11-21T04:30:00Z";
  const rest = { since: time, checked: time, contrary: 0, lacks: [], history: [] };
  const mirrors = verdicts.map((verdict, index) => ({
    url_prefix: PREFIXES[index] ?? "",
    verdict: "up" as const,
    reason: "answers 500\n; $INCLUDE",
    ...rest,
    ...(typeof verdict === "string" ? { verdict } : verdict),
  }));
  return { version: 1, probed: time, mirrors };
}

/** Gives the numbers of those who are to be in the answers. */
function chosen(pool: MaintainedPool, status?: Status): string {
  const { members } = chooseMembers(SAMPLE_FALLBACK, pool, status);
  return members.flatMap(({ host, isHealthy }) => (isHealthy ? [host.slice(1, 2)] : [])).join("");
}

suite("the members of the DNS pool", () => {
  for (const [name, weights, verdicts, expected] of [
    ["all, before the first probe", [], undefined, "1234"],
    ["those who are up", [], ["up", "up", "up", "up"], "1234"],
    ["nobody down", [], ["down"], "234"],
    ["nobody outdated", [], ["up", "outdated"], "134"],
    ["nobody wrong", [], ["up", "up", "wrong"], "124"],
    ["the half that is left", [], ["down", "wrong"], "34"],
    ["all, where findings would leave less than half", [], ["down", "wrong", "outdated"], "1234"],
    ["all, where everyone is down", [], ["down", "down", "down", "down"], "1234"],
    ["nobody of weight 0", [10, 10, 0], undefined, "124"],
    [
      "nobody of weight 0, and all others where findings would leave less than half of those",
      [0],
      ["up", "down", "down"],
      "234",
    ],
    ["nobody that is relieved", [], [{ effective_weight: 0 }], "234"],
  ] as const) {
    test(`are ${name}`, () => {
      const status = verdicts && makeStatus(...(verdicts as readonly Verdict[]));
      assert.equal(chosen(makePool(...weights), status), expected);
    });
  }

  test("have their own weight, or the one of balancing, or the mirror's", () => {
    const status = makeStatus({ effective_weight: 3 }, { effective_weight: 4 });
    const { members } = chooseMembers(SAMPLE_FALLBACK, makePool(20, 20, 30), status);
    assert.deepEqual(
      members.map(({ weight }) => weight),
      [3, 7, 30, 10],
    );
  });

  test("have their own weights on the scale of those that balancing gives", () => {
    const status = { ...makeStatus({ effective_weight: 30 }, { effective_weight: 40 }), weight_scale: 10 };
    const { members } = chooseMembers(SAMPLE_FALLBACK, makePool(20, 20, 30), status);
    assert.deepEqual(
      members.map(({ weight }) => weight),
      [30, 70, 300, 100],
    );
  });

  test("of an own weight of 0 are left out, even where nobody else is left out", () => {
    const members = SAMPLE_FALLBACK.members.map((member) => ({ ...member, weight: member.weight === 7 ? 0 : 5 }));
    const status = makeStatus("down", "up", "down", "down");
    const choice = chooseMembers({ ...SAMPLE_FALLBACK, members }, makePool(), status);
    assert.deepEqual(
      choice.members.map(({ host }) => host),
      ["m1.example", "m3.example", "m4.example"],
    );
    assert.equal(choice.failedOpen, true);
    assert.deepEqual(choice.omitted, [{ url_prefix: "https://m2.example/", reason: "its weight is 0" }]);
  });

  test("are sorted, and so are their addresses, in their canonical spelling", () => {
    const { members } = chooseMembers(SAMPLE_FALLBACK, makePool(), undefined);
    assert.deepEqual(members[0], {
      url_prefix: "https://m1.example/os/",
      host: "m1.example",
      weight: 10,
      a: ["192.0.2.10", "192.0.2.11"],
      aaaa: ["2001:db8::10", "2001:db8::11"],
      isHealthy: true,
    });
  });

  test("are told of on one line each when they are left out", () => {
    const { omitted } = chooseMembers(SAMPLE_FALLBACK, makePool(), makeStatus("down"));
    assert.deepEqual(omitted, [
      { url_prefix: "https://m1.example/os/", reason: "down since 2026-11-21T04:30:00Z: answers 500 ; $INCLUDE" },
    ]);
  });

  test("stay, marked, for engines that leave them out themselves", () => {
    const pool = makePool();
    const choice = chooseMembers(SAMPLE_FALLBACK, pool, makeStatus("down"));
    const sizes = [true, false].map(
      (keepsUnhealthy) => toDnsPool({ fallback: SAMPLE_FALLBACK, pool, choice, keepsUnhealthy }).members.length,
    );
    assert.deepEqual(sizes, [4, 3]);
  });

  test("make a pool with the defaults of the format", () => {
    const pool = makePool();
    const choice = chooseMembers(SAMPLE_FALLBACK, pool, undefined);
    const { ttl, server, checkUrl } = toDnsPool({ fallback: SAMPLE_FALLBACK, pool, choice, keepsUnhealthy: false });
    assert.deepEqual(
      { ttl, server, checkUrl },
      {
        ttl: 60,
        server: { host: "ns1.dns.example", port: 53 },
        checkUrl: "https://dl.example/",
      },
    );
  });
});
