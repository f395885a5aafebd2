import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { suite, test } from "node:test";
import { makeSampleFolder, SAMPLE_POOL, sampleStatus } from "./sample-pool.ts";
import { runProgram } from "./run-program.ts";

const HOUR_MS = 3_600_000;

function ago(hours: number): string {
  return new Date(Date.now() - hours * HOUR_MS).toISOString();
}

function statusOf(probed: string, ...mirrors: object[]) {
  return { version: 1, probed, mirrors };
}

const ALL_UP = statusOf(
  ago(1),
  ...SAMPLE_POOL.mirrors.slice(0, 3).map(({ url_prefix }) => sampleStatus(url_prefix, "up")),
);
const LIST = {
  generated: ago(5),
  expires: ago(-24 * 13.5),
  mirrors: SAMPLE_POOL.mirrors.slice(0, 3).map(({ url_prefix, weight }) => ({ url_prefix, weight })),
};

interface Report {
  readonly problems: readonly { readonly code: string; readonly file?: string; readonly pointer: string }[];
}

suite("fairmirror doctor", () => {
  test("ends with 0 when nothing needs a person", async (context) => {
    const cwd = await makeSampleFolder(context, { "status.json": ALL_UP, "list.json": LIST });
    const { code, stdout, stderr } = await runProgram(["doctor", "--list", "mirrors/list.json"], { cwd });
    assert.equal(stderr, "nothing needs a person\n");
    assert.equal(code, 0);
    assert.match(stdout, /^list +made 5 hours ago, ends in 13 days \(mirrors\/list\.json\)$/m);
    assert.match(stdout, /^last probe +1 hour ago$/m);
    assert.match(stdout, /^mirrors +3 of 4 usable, weight 60 of 60; 1 disabled by a maintainer$/m);
    assert.match(stdout, /^floor +holds: findings leave 100\.0 % of the weight$/m);
  });

  test("numbers what needs a person, each with its place and what to do", async (context) => {
    const status = statusOf(
      ago(50),
      sampleStatus("https://m1.example/os/", "up", { certificate_days: 9, checked: ago(50) }),
      sampleStatus("https://m2.example/", "down", { since: ago(73), reason: "no answer\u001b[2J" }),
    );
    const cwd = await makeSampleFolder(context, { "status.json": status, "list.json": { ...LIST, expires: ago(3) } });
    const { code, stdout, stderr } = await runProgram(["doctor", "--list", "mirrors/list.json"], { cwd });
    assert.equal(code, 1);
    assert.match(stdout, /^down +https:\/\/m2\.example\/ +found 3 days ago: no answer \[2J$/m);
    assert.match(stdout, /^certificates +1 within 14 days: m1\.example in 7 days$/m);
    const needs = stdout.slice(stdout.indexOf("needs a person\n")).split("\n").slice(1);
    assert.match(needs[0] ?? "", /^1\. the pool was last probed 2 days ago; run "fairmirror probe --write"/);
    assert.match(
      needs[1] ?? "",
      /^2\. mirrors\/list\.json \/expires: the list expired 3 hours ago; .*fairmirror publish/,
    );
    assert.match(
      needs[2] ?? "",
      /^3\. mirrors\/list\.json \/mirrors: .*3 mirrors differ, such as: https:\/\/m2\.example\/: 33\.3 % -> nothing;/,
    );
    assert.match(
      needs[3] ?? "",
      /^4\. mirrors\/mirrors\.json \/mirrors\/1: https:\/\/m2\.example\/ is down, .*; write to its operator/,
    );
    assert.match(needs[4] ?? "", /^5\. .*\/mirrors\/0: the certificate of .* ends in 7 days; tell its operator/);
    assert.match(needs[5] ?? "", /^6\. .*\/mirrors\/2: https:\/\/m3\.example\/ was never probed/);
    assert.match(stderr, /^6 things need a person$/m);
    assert.doesNotMatch(stdout, /ops@|traffic/);
  });

  test("calls somebody when the floor holds mirrors in the list", async (context) => {
    const mirrors = SAMPLE_POOL.mirrors.map(({ url_prefix }) => sampleStatus(url_prefix, "down"));
    const cwd = await makeSampleFolder(context, { "status.json": statusOf(ago(1), ...mirrors) });
    const { code, stdout } = await runProgram(["doctor", "--json"], { cwd });
    assert.equal(code, 1);
    const report = JSON.parse(stdout) as Report & { readonly floor: unknown; readonly troubled: unknown[] };
    assert.deepEqual(report.floor, { left: 0, failed_open: true });
    assert.equal(report.troubled.length, 3);
    assert.deepEqual(
      report.problems.map(({ code }) => code),
      ["floor"],
    );
  });

  test("has patience with what may pass, and none with a mirror that sends something wrong", async (context) => {
    const status = statusOf(
      ago(1),
      sampleStatus("https://m1.example/os/", "up"),
      sampleStatus("https://m2.example/", "wrong"),
      sampleStatus("https://m3.example/", "down"),
    );
    const cwd = await makeSampleFolder(context, { "status.json": status });
    const { problems } = JSON.parse((await runProgram(["doctor", "--json"], { cwd })).stdout) as Report;
    assert.deepEqual(
      problems.map(({ code, pointer }) => [code, pointer]),
      [["mirror-wrong", "/mirrors/1"]],
    );
  });

  test("gives every fault of the folder, and claims nothing that it could not read", async (context) => {
    const cwd = await makeSampleFolder(context, { "releases.json": "{\0}", "status.json": '{"version": 1' });
    await writeFile(join(cwd, "list.json"), '{"mirrors": []}');
    const runs = await Promise.all([
      runProgram(["doctor", "--json", "--list", "list.json"], { cwd }),
      runProgram(["doctor", "--json", "--mirrors", "none", "--list", "nowhere.json"], { cwd }),
    ]);
    assert.deepEqual(
      runs.map(({ code, stdout }) => [
        code,
        (JSON.parse(stdout) as Report).problems.map(({ code, file }) => `${code} ${file ?? ""}`),
      ]),
      [
        [
          1,
          ["invalid-encoding mirrors/releases.json", "invalid-json mirrors/status.json", "no-usable-mirror list.json"],
        ],
        [
          1,
          ["unreadable-file none/mirrors.json", "unreadable-file none/releases.json", "unreadable-file nowhere.json"],
        ],
      ],
    );
  });
});
