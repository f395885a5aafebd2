import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { readPool } from "../../src/core/index.ts";
import { publishPool } from "../../src/ops/index.ts";
import type { MirrorStatus, Status, Verdict } from "../../src/ops/status.ts";

const NOW = new Date("2026-11-21T04:30:00Z");
const WHEN = { now: NOW, days: 14 };
const PRIVATE = {
  email: "ops@m1.example",
  notes: "pays by traffic",
  rsync_url: "rsync://m1.example/os/",
  max_clients: 50,
};

function prefixOf(index: number): string {
  return `https://m${index}.example/os/`;
}

function statusOf(index: number, verdict: Verdict, extra: Partial<MirrorStatus> = {}): MirrorStatus {
  const since = "2026-11-20T00:00:00Z";
  return {
    url_prefix: prefixOf(index),
    verdict,
    reason: "answers 500",
    since,
    checked: since,
    contrary: 0,
    lacks: [],
    history: [],
    ...extra,
  };
}

function toStatus(...mirrors: MirrorStatus[]): Status {
  return { version: 1, probed: "2026-11-21T04:00:00Z", mirrors };
}

function poolOf(...weights: number[]) {
  return { mirrors: weights.map((weight, index) => ({ url_prefix: prefixOf(index), weight })) };
}

suite("publishPool", () => {
  test("publishes what a client needs, and none of the operators' private words", () => {
    const { list, omitted, failedOpen } = publishPool(
      {
        fallback_prefix: "https://dl.example/",
        mirrors: [
          { url_prefix: prefixOf(1), weight: 10, country: "DE", sponsor: "One", ...PRIVATE },
          { url_prefix: prefixOf(2), weight: 0, notes: "disk failed" },
        ],
      },
      WHEN,
    );
    assert.deepEqual(list, {
      version: 1,
      fallback_prefix: "https://dl.example/",
      generated: "2026-11-21T04:30:00.000Z",
      expires: "2026-12-05T04:30:00.000Z",
      mirrors: [{ url_prefix: prefixOf(1), weight: 10, country: "DE", sponsor: "One" }],
    });
    assert.deepEqual(omitted, [{ url_prefix: prefixOf(2), reason: "its weight is 0: a maintainer disabled it" }]);
    assert.equal(failedOpen, false);
    assert.deepEqual(readPool(list).problems, []);
  });

  test("leaves out who is down or wrong, and says what was found", () => {
    const { list, omitted } = publishPool(poolOf(10, 10, 10), {
      ...WHEN,
      status: toStatus(statusOf(0, "down"), statusOf(1, "wrong", { reason: "sends\u001b[2J HTML" }), statusOf(2, "up")),
    });
    assert.deepEqual(list.mirrors, [{ url_prefix: prefixOf(2), weight: 10 }]);
    assert.deepEqual(
      omitted.map(({ reason }) => reason),
      ["down since 2026-11-20T00:00:00Z: answers 500", "wrong since 2026-11-20T00:00:00Z: sends [2J HTML"],
    );
  });

  test("keeps a mirror that lacks paths, and says so from the first finding on", () => {
    const status = toStatus(statusOf(0, "outdated", { lacks: ["os/2.0/"] }), statusOf(1, "up", { lacks: ["os/2.0/"] }));
    assert.deepEqual(publishPool(poolOf(10, 10), { ...WHEN, status }).list.mirrors, [
      { url_prefix: prefixOf(0), weight: 10, lacks: ["os/2.0/"] },
      { url_prefix: prefixOf(1), weight: 10, lacks: ["os/2.0/"] },
    ]);
  });

  test("takes the weight that balancing gives, and the hand-set one for what is no weight", () => {
    const status = toStatus(
      statusOf(0, "up", { effective_weight: 3 }),
      statusOf(1, "up", { effective_weight: 2.5 }),
      statusOf(2, "up", { effective_weight: 0 }),
    );
    const { list, omitted } = publishPool(poolOf(10, 10, 5), { ...WHEN, status });
    assert.deepEqual(
      list.mirrors.map(({ weight }) => weight),
      [3, 10],
    );
    assert.equal(omitted[0]?.reason, "balancing gives it no new visitors for now");
  });

  test("brings the hand-set weights to the scale of those that balancing gives, up to 1000", () => {
    const status = { ...toStatus(statusOf(0, "up", { effective_weight: 120 })), weight_scale: 10 };
    const weights = (...own: number[]): number[] =>
      publishPool(poolOf(...own), { ...WHEN, status }).list.mirrors.map(({ weight }) => weight);
    assert.deepEqual(weights(10, 10, 0, 101), [120, 100, 1000]);
  });

  test("follows its findings while a third of the weight is left", () => {
    const status = toStatus(statusOf(0, "down"));
    assert.equal(publishPool(poolOf(20, 10), { ...WHEN, status }).failedOpen, false);
  });

  test("leaves out nobody but the disabled when less than a third would be left", () => {
    const status = toStatus(statusOf(0, "down"), statusOf(2, "up", { effective_weight: 4 }));
    const { list, omitted, failedOpen } = publishPool(poolOf(21, 0, 10), { ...WHEN, status });
    assert.equal(failedOpen, true);
    assert.deepEqual(
      list.mirrors.map(({ weight }) => weight),
      [21, 4],
    );
    assert.deepEqual(
      omitted.map(({ url_prefix }) => url_prefix),
      [prefixOf(1)],
    );
  });

  test("counts whoever balancing relieves as working, not as failed", () => {
    const shed = { effective_weight: 0 };
    const status = toStatus(statusOf(0, "up", shed), statusOf(1, "up", shed), statusOf(2, "up"), statusOf(3, "down"));
    const { list, omitted, failedOpen } = publishPool(poolOf(40, 40, 10, 10), { ...WHEN, status });
    assert.equal(failedOpen, false);
    assert.deepEqual(list.mirrors, [{ url_prefix: prefixOf(2), weight: 10 }]);
    assert.equal(omitted.length, 3);
  });

  test("does not count a mirror that is down as relieved", () => {
    const status = toStatus(statusOf(0, "down", { effective_weight: 0 }), statusOf(1, "up"));
    const { list, failedOpen } = publishPool(poolOf(30, 10), { ...WHEN, status });
    assert.equal(failedOpen, true);
    assert.deepEqual(
      list.mirrors.map(({ weight }) => weight),
      [30, 10],
    );
  });

  test("follows no balancing that leaves nobody", () => {
    const status = toStatus(statusOf(0, "up", { effective_weight: 0 }), statusOf(1, "down"));
    const { list, failedOpen } = publishPool(poolOf(20, 10), { ...WHEN, status });
    assert.equal(failedOpen, false);
    assert.deepEqual(list.mirrors, [{ url_prefix: prefixOf(0), weight: 20 }]);
  });

  test("never lets findings leave less than a third of the weight, nor anything leave nobody", () => {
    const verdict = fc.constantFrom<Verdict>("up", "down", "outdated", "wrong");
    const finding = fc.tuple(fc.integer({ min: 0, max: 1000 }), verdict, fc.option(fc.nat(1000), { nil: undefined }));
    const run = (findings: [number, Verdict, number | undefined][]): void => {
      const status = toStatus(
        ...findings.map(([, found, effective], index) =>
          statusOf(index, found, effective === undefined ? {} : { effective_weight: effective }),
        ),
      );
      const pool = poolOf(...findings.map(([weight]) => weight));
      const { list, omitted } = publishPool(pool, { ...WHEN, status });
      const failed = omitted.filter(({ reason }) => /^(down|wrong) /.test(reason)).map(({ url_prefix }) => url_prefix);
      const kept = findings.filter((_, index) => !failed.includes(prefixOf(index))).map(([weight]) => weight);
      const sum = (weights: number[]): number => weights.reduce((total, weight) => total + weight, 0);
      assert.ok(sum(kept) * 3 >= sum(findings.map(([weight]) => weight)));
      assert.equal(list.mirrors.length > 0, sum(kept) > 0);
      assert.equal(list.mirrors.length + omitted.length, findings.length);
      if (list.mirrors.length > 0) assert.deepEqual(readPool(list).problems, []);
    };
    fc.assert(fc.property(fc.array(finding, { minLength: 1, maxLength: 20 }), run), { seed: 21 });
  });
});
