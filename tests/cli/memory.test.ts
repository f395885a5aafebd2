import assert from "node:assert/strict";
import { truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { suite, test } from "node:test";
import { runMeasured } from "../bench/program/run-measured.ts";
import { startProbeMirror } from "../servers/probe-mirror.ts";
import { TRACE_PATH } from "../servers/trace-answers.ts";
import { copyLists } from "./copy-lists.ts";
import { makeProbeFolder } from "./run-probe.ts";

const MOST_MEGABYTES = 200;

suite("the program as it was built holds at most 200 MB", () => {
  for (const [what, ways, rule] of [
    ["a piece", ["sends-2-gib", "announces-2-gib", "no-ranges", "one-byte-a-second", "slow-head"], {}],
    ["a trace file", ["trace-endless", "trace-half", "trace-hangs"], { trace_path: TRACE_PATH }],
  ] as const)
    test(`whatever mirrors send for ${what}`, async (context) => {
      const mirror = await startProbeMirror();
      context.after(() => mirror.close());
      const hosts = ["a", "b", "c", "d", "e"].map((name) => `${name}.m.example`);
      const prefixes = ways.flatMap((way) => hosts.map((host) => mirror.prefix(way, host)));
      const pool = { ...rule, mirrors: prefixes.map((url_prefix) => ({ url_prefix, weight: 1 })) };
      const folder = await makeProbeFolder(context, mirror, { prefixes, files: { "mirrors.json": pool } });
      const bent = ["--resolve", `*:${mirror.httpsPort}:127.0.0.1`, "--ca", join(folder, "ca.pem")];
      const run = await runMeasured(["probe", "--mirrors", folder, ...bent, "--timeout", "4", "--json"], folder);
      assert.equal((JSON.parse(run.stdout) as { findings: unknown[] }).findings.length, prefixes.length);
      assert.ok(run.megabytes < MOST_MEGABYTES, `${run.megabytes} MB`);
    });

  for (const [name, words] of [
    ["validate", ["validate"]],
    ["import", ["import", "--from", "tails", "mirrors.json"]],
  ] as const)
    test(`${name} with a file of 100 MB and one of many keys`, async (context) => {
      const folder = await copyLists(context);
      const file = join(folder, "mirrors.json");
      const full = words.map((word) => (word === "mirrors.json" ? file : word));
      const mirrors = Array.from({ length: 10_001 }, (_, index) => ({
        url_prefix: `https://m${index}.example/`,
        weight: 1,
      }));
      await writeFile(file, JSON.stringify({ version: 1, mirrors }));
      const many = await runMeasured([...full, "--mirrors", folder], folder);
      await truncate(file, 100_000_000);
      const large = await runMeasured([...full, "--mirrors", folder], folder);
      assert.deepEqual([many.code, large.code], [1, 1]);
      assert.match(large.stderr, /must be at most/);
      for (const { megabytes } of [many, large]) assert.ok(megabytes < MOST_MEGABYTES, `${megabytes} MB`);
    });
});
