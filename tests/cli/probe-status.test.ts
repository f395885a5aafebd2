import assert from "node:assert/strict";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { startProbeMirror, type ProbeMirror } from "../servers/probe-mirror.ts";
import { makeProbeFolder, readFound, readStatus, runProbe } from "./run-probe.ts";
import { runProgram } from "./run-program.ts";

const KEEP = ["--write", "--dev"];

let mirror: ProbeMirror;

before(async () => {
  mirror = await startProbeMirror();
});

after(() => mirror.close());

suite("probe", () => {
  test("shows a table and leaves the status alone without --write", async (context) => {
    const folder = await makeProbeFolder(context, mirror, {
      prefixes: [mirror.prefix("good"), mirror.prefix("missing")],
    });
    const { code, stdout, stderr } = await runProbe(folder, mirror, []);
    assert.equal(code, 1);
    assert.match(stdout, /^mirror +found +latency +certificate +reason\n/);
    assert.match(stdout, /\ngood\.m\.example:\d+ +● up +\d+ ms +20 days +carries the release\n/);
    assert.match(stdout, /\nmissing\.m\.example:\d+ +○ outdated .* answers 404 for os\/1\.0\/image\.img\n$/);
    assert.match(stderr, /status\.json: https:\/\/missing\S+ unknown -> outdated: answers 404/);
    assert.match(stderr, /was left as it is; "--write" keeps these verdicts\n/);
    assert.match(stderr, /1 of 2 mirrors are in use and not up\n$/);
    assert.ok(!(await readdir(folder)).includes("status.json"));
  });

  test("asks disabled mirrors too, but does not raise alarm for them", async (context) => {
    const folder = await makeProbeFolder(context, mirror, { prefixes: [] });
    const mirrors = [mirror.prefix("good"), mirror.prefix("missing")].map((url_prefix, index) => ({
      url_prefix,
      weight: index === 0 ? 10 : 0,
    }));
    await writeFile(join(folder, "mirrors.json"), JSON.stringify({ mirrors }));
    const result = await runProbe(folder, mirror, ["--json"]);
    assert.deepEqual(
      readFound(result).map(({ verdict }) => verdict),
      ["up", "outdated"],
    );
    assert.equal(result.code, 0);
  });

  test("says loudly when the verdicts would leave too little", async (context) => {
    const folder = await makeProbeFolder(context, mirror, { prefixes: [mirror.prefix("forbidden")] });
    assert.match((await runProbe(folder, mirror, [])).stderr, /floor: the verdicts would leave less than a third/);
  });

  test("passes over an .onion mirror: its verdict stays, and none is made up", async (context) => {
    const prefixes = ["http://abc.onion/", "http://def.onion/"];
    const since = "2026-11-01T00:00:00.000Z";
    const known = { url_prefix: prefixes[0], verdict: "down", reason: "no Tor", since, checked: since, contrary: 0 };
    const status = { version: 1, probed: since, mirrors: [{ ...known, lacks: [], history: [] }] };
    const folder = await makeProbeFolder(context, mirror, { prefixes, files: { "status.json": status } });
    const { code, stdout } = await runProbe(folder, mirror, KEEP);
    assert.equal(code, 0);
    assert.match(stdout, /abc\.onion +- not probed /);
    assert.deepEqual((await readStatus(folder)).mirrors, status.mirrors);
  });

  test("refuses a status that it cannot read, rather than replacing it", async (context) => {
    const folder = await makeProbeFolder(context, mirror, { prefixes: [mirror.prefix("good")] });
    await writeFile(join(folder, "status.json"), '{"version": 1,');
    const { code, stderr } = await runProbe(folder, mirror, KEEP);
    assert.equal(code, 1);
    assert.match(stderr, /status\.json: must be JSON, got a fault at line 1/);
    assert.equal(await readFile(join(folder, "status.json"), "utf8"), '{"version": 1,');
  });

  test("refuses to begin without right piece hashes", async (context) => {
    const folder = await makeProbeFolder(context, mirror, { prefixes: [mirror.prefix("good")] });
    await writeFile(join(folder, "image.img.pieces"), Buffer.alloc(128));
    assert.match((await runProbe(folder, mirror, [])).stderr, /image\.img\.pieces: must hold the piece hashes/);
    await rm(join(folder, "image.img.pieces"));
    const { code, stderr } = await runProbe(folder, mirror, []);
    assert.equal(code, 1);
    assert.match(stderr, /image\.img\.pieces: must be there/);
  });

  test("tells wrong usage", async (context) => {
    const folder = await makeProbeFolder(context, mirror, { prefixes: [mirror.prefix("good")] });
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [["--timeout", "0"], /write seconds above 0/],
      [["--concurrency", "many"], /write a whole number from 1 to 1000/],
      [["--resolve", "m.example:443:nowhere"], /write HOST:PORT:ADDRESS/],
      [["--vantage", "a b"], /write a short name/],
      [["--write", "--resolve", "m.example:443:127.0.0.1"], /"--write" keeps what visitors would see/],
    ];
    const results = await Promise.all(cases.map(([words]) => runProgram(["probe", "--mirrors", folder, ...words])));
    for (const [index, { code, stderr }] of results.entries()) {
      assert.match(stderr, cases[index]?.[1] ?? /^$/);
      assert.equal(code, 2);
    }
  });
});
