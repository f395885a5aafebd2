import assert from "node:assert/strict";
import { test } from "node:test";
import { readPool } from "../../src/core/index.ts";
import { publishPool } from "../../src/ops/index.ts";

const NOW = new Date("2026-11-21T04:30:00Z");
const PRIVATE = {
  email: "ops@m1.example",
  notes: "pays by traffic",
  rsync_url: "rsync://m1.example/os/",
  max_clients: 50,
};

test("publishes what a client needs, and none of the operators' private words", () => {
  const published = publishPool(
    {
      fallback_prefix: "https://dl.example/",
      mirrors: [
        { url_prefix: "https://m1.example/os/", weight: 10, country: "DE", sponsor: "One", ...PRIVATE },
        { url_prefix: "https://m2.example/os/", weight: 0, notes: "disk failed" },
      ],
    },
    { now: NOW, days: 14 },
  );
  assert.deepEqual(published, {
    version: 1,
    fallback_prefix: "https://dl.example/",
    generated: "2026-11-21T04:30:00.000Z",
    expires: "2026-12-05T04:30:00.000Z",
    mirrors: [{ url_prefix: "https://m1.example/os/", weight: 10, country: "DE", sponsor: "One" }],
  });
  assert.deepEqual(readPool(published).problems, []);
});
