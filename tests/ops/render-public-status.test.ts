import assert from "node:assert/strict";
import { test } from "node:test";
import { renderPublicStatus } from "../../src/ops/render-public-status.ts";

test("the public status says nothing of how many clients a mirror has, or of a step", () => {
  const balance = { began: "2026-11-28T04:00:00Z", term: "2026-11-28T04:00:00Z", mirrors: [] };
  const status = {
    version: 1,
    probed: "2026-11-28T04:00:00Z",
    mirrors: [],
    balance,
    weight_step: { taken: "2026-11-28T04:00:00Z", before: [] },
  };
  assert.deepEqual(JSON.parse(renderPublicStatus(status)), { version: 1, probed: status.probed, mirrors: [] });
  assert.deepEqual(JSON.parse(renderPublicStatus(undefined)), { version: 1, mirrors: [] });
});
