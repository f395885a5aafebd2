import assert from "node:assert/strict";
import { truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { suite, test, type TestContext } from "node:test";
import { gzipSync } from "node:zlib";
import { makeSampleFolder, SAMPLE_POOL, sampleStatus } from "./sample-pool.ts";
import { runProgram } from "./run-program.ts";

interface Told {
  readonly logs: readonly {
    readonly from: string;
    readonly clients: number;
    readonly bytes: number;
    readonly torn: number;
  }[];
  readonly mirrors: readonly { readonly clients: number | null; readonly saturated: boolean }[];
}

function logOf(clients: number, network: number): string {
  const lines = Array.from({ length: clients }, (_, index) => {
    const address = `10.${network}.${index >> 8}.${index & 255}`;
    return `${address} - - [28/Nov/2026:04:10:00 +0000] "GET /os.img HTTP/1.1" 206 1000 "-" "curl"\n`;
  });
  return `${lines.join("")}torn\n10.9.9.9 - - [28/Nov/2026:05:00:01 +0000] "GET / HTTP/1.1" 200 5 "-" "-"\n`;
}

const HOUR_MS = 3_600_000;

/** Gives a log of clients that came at one time, and of one an hour later. */
function jsonLogOf(clients: number, network: number, time: number): string {
  const lines = Array.from({ length: clients + 1 }, (_, index) => ({
    remote_addr: `10.${network}.${index >> 8}.${index & 255}`,
    time_iso8601: new Date(index < clients ? time : time + HOUR_MS).toISOString(),
    status: 200,
    bytes_sent: 5,
  }));
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}

async function makeFolder(context: TestContext): Promise<string> {
  const cwd = await makeSampleFolder(context);
  await writeFile(join(cwd, "m1.log"), logOf(1000, 1));
  await writeFile(join(cwd, "m2.log.gz"), Buffer.concat([gzipSync(logOf(300, 2)), gzipSync(logOf(100, 3))]));
  await writeFile(join(cwd, "m3.log"), logOf(200, 4));
  return cwd;
}

const LOGS = ["m1.example=m1.log", "https://m2.example/=m2.log.gz", "m3.example=m3.log"];

suite("fairmirror balance --log", () => {
  test("counts the clients of each mirror, packed logs too, and tells what it could not read", async (context) => {
    const cwd = await makeFolder(context);
    const words = ["balance", "--log", ...LOGS];
    const [json, plain] = await Promise.all([runProgram([...words, "--json"], { cwd }), runProgram(words, { cwd })]);
    assert.equal(json.code, 0);
    const { logs, mirrors } = JSON.parse(json.stdout) as Told;
    assert.deepEqual(
      logs.map(({ from, bytes, torn }) => [from, bytes, torn]),
      [
        ["2026-11-28T04:00:00.000Z", 1_000_000, 1],
        ["2026-11-28T04:00:00.000Z", 400_000, 2],
        ["2026-11-28T04:00:00.000Z", 200_000, 1],
      ],
    );
    [1000, 400, 200].forEach((count, index) => {
      assert.ok(Math.abs((mirrors[index]?.clients ?? 0) - count) <= count * 0.06);
    });
    assert.deepEqual(
      mirrors.map(({ saturated }) => saturated),
      [true, false, false, false],
    );
    assert.match(plain.stderr, /from 2026-11-28T04:00:00\.000Z to .*, to about 2 %; 4 of 1608 lines could not be read/);
    assert.doesNotMatch(plain.stdout + plain.stderr + json.stdout, /10\.\d+\.\d+\.\d+/);
  });

  test("says whose log has no download in the window: it may be old, or of another kind", async (context) => {
    const cwd = await makeFolder(context);
    await writeFile(join(cwd, "m3.log"), "2026/11/28 04:30:00 [error] 17#17: *1 open() failed\n");
    const { code, stderr } = await runProgram(["balance", "--log", ...LOGS], { cwd });
    assert.equal(code, 0);
    assert.match(stderr, /^https:\/\/m3\.example\/ has no download in that time, and counts as empty/m);
    assert.doesNotMatch(stderr, /m[12]\.example\S* has no download/);
  });

  test("refuses a log of nobody, of another kind, cut off, or not there", async (context) => {
    const cwd = await makeFolder(context);
    await writeFile(join(cwd, "error.log"), "2026/11/28 04:30:00 [error] 17#17: *1 open() failed\n");
    await truncate(join(cwd, "m2.log.gz"), 500);
    const runs = await Promise.all(
      [
        "m9.example=m1.log",
        "m1.example=error.log",
        "m2.example=m2.log.gz",
        "m1.example=none.log",
        "m1.example=m1.log",
      ].map((log) => runProgram(["balance", "--log", log, "--json"], { cwd })),
    );
    assert.deepEqual(
      runs.map(({ stdout }) => (JSON.parse(stdout) as { problems: { code: string }[] }).problems[0]?.code),
      ["unknown-load", "no-downloads", "broken-gzip", "unreadable-file", "missing-load"],
    );
  });

  test("finds nobody broken by a window that was over before the term began", async (context) => {
    const cwd = await makeFolder(context);
    const [from, term] = [Date.now() - 2 * HOUR_MS, new Date(Date.now() - 9 * 60_000).toISOString()];
    const clients = [1000, 400, 200].map((count, index) => {
      return {
        url_prefix: SAMPLE_POOL.mirrors[index]?.url_prefix,
        clients: count,
        ...(index === 2 && { expected: 67 }),
      };
    });
    const status = {
      ...{ version: 1, probed: term, balance: { began: term, term, mirrors: clients } },
      mirrors: SAMPLE_POOL.mirrors.map(({ url_prefix }) => sampleStatus(url_prefix, "up")),
    };
    await writeFile(join(cwd, "mirrors", "status.json"), JSON.stringify(status));
    for (const [index, count] of [1000, 400, 200].entries())
      await writeFile(join(cwd, `m${index + 1}.log`), jsonLogOf(count, index, from));
    const logs = [1, 2, 3].map((number) => `m${number}.example=m${number}.log`);
    const { stdout, stderr } = await runProgram(["balance", "--log", ...logs], { cwd });
    assert.doesNotMatch(stdout + stderr, /broken/);
    assert.match(stderr, /^who came in the last term cannot be judged: .*"--window 5"/m);
  });

  test("calls a log without its mirror wrong usage", async (context) => {
    const cwd = await makeFolder(context);
    const { code, stderr } = await runProgram(["balance", "--log", "m1.log"], { cwd });
    assert.equal(code, 2);
    assert.match(stderr, /write MIRROR=FILE/);
  });
});
