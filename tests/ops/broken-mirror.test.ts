import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { statusPage } from "../../src/build/site-status.ts";
import { applyPlan } from "../../src/ops/balance/apply-plan.ts";
import { planBalance } from "../../src/ops/balance/balance-plan.ts";
import { targetLoads } from "../../src/ops/balance/target-loads.ts";
import { diagnosePool } from "../../src/ops/doctor-diagnosis.ts";
import { findDoctorProblems } from "../../src/ops/doctor-problems.ts";
import { judgeMirrors } from "../../src/ops/judge-mirrors.ts";
import { publishPool } from "../../src/ops/publish-pool.ts";
import type { Status } from "../../src/ops/status.ts";

const NOW = new Date("2026-11-21T05:10:00Z");
const SINCE = "2026-11-21T04:10:00.000Z";
const [WORKS, BROKEN] = ["https://m1.example/os/", "https://m2.example/"];
const POOL = { mirrors: [WORKS, BROKEN].map((url_prefix) => ({ url_prefix, weight: 50 })) };
const PROBED = "2026-11-21T05:00:00Z";
const UP = { verdict: "up", reason: "carries the release", since: PROBED, checked: PROBED } as const;
const STATUS: Status = {
  version: 1,
  probed: PROBED,
  balance: { term: SINCE, mirrors: [{ url_prefix: BROKEN, broken_since: SINCE }] },
  mirrors: POOL.mirrors.map(({ url_prefix }) => ({ url_prefix, ...UP, contrary: 0, lacks: [], history: [] })),
};
const PUBLICATION = publishPool(POOL, { status: STATUS, now: NOW, days: 14 });

suite("a mirror that balancing found broken", () => {
  test("is not published, and the reason is told", () => {
    assert.deepEqual(
      PUBLICATION.list.mirrors.map(({ url_prefix }) => url_prefix),
      [WORKS],
    );
    assert.match(PUBLICATION.omitted[0]?.reason ?? "", /^broken since 2026-11-21T04:10:00.000Z: almost nobody/);
  });

  test("gets the effective weight 0 at once, by whatever step", () => {
    const judgements = judgeMirrors(POOL.mirrors, STATUS);
    const plan = planBalance(targetLoads(judgements, [], undefined), STATUS, { percent: 20, now: NOW });
    assert.deepEqual(
      applyPlan(STATUS, plan, STATUS.balance).mirrors.map(({ effective_weight }) => effective_weight),
      [500, 0],
    );
  });

  test("needs a person, says the doctor, and how it is tried again", () => {
    const files = { poolFile: "mirrors.json", statusFile: "status.json" };
    const inputs = { pool: POOL, ...files, status: STATUS, list: undefined, now: NOW };
    const diagnosis = diagnosePool(inputs);
    const problems = findDoctorProblems(diagnosis, inputs);
    assert.deepEqual(
      problems.map(({ code, pointer }) => [code, pointer]),
      [["mirror-broken", "/mirrors/1"]],
    );
    assert.match(problems[0]?.message ?? "", /is out as broken, first found 1 hour ago/);
    assert.match(problems[0]?.cure ?? "", /set its "weight" to 0 for one run/);
  });

  test("is called broken on the status page, with no share, and the page says why", () => {
    const { list } = PUBLICATION;
    const { rows } = statusPage({
      ...{ mirrors: POOL.mirrors, list, status: STATUS, now: NOW, lang: "en", protocol: "https:", path: "os.img" },
    });
    assert.deepEqual(
      rows.map(({ word, shape, reason, share }) => [word, shape, reason, share]),
      [
        ["up", "●", "carries the release", "100.0%"],
        ["broken", "◆", "not drawn: almost nobody who was sent there came (2026-11-21 04:10 UTC)", ""],
      ],
    );
  });
});
