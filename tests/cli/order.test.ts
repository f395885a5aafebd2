import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { suite, test } from "node:test";
import { orderMirrors, sessionDraw } from "../../src/core/index.ts";
import { makeSampleFolder, SAMPLE_POOL, sampleStatus } from "./sample-pool.ts";
import { runProgram } from "./run-program.ts";

const PATH = "os/1.0/os.img";
const URL_OF_FILE = `https://dl.example/${PATH}`;
const ALL = ["https://m1.example/os/", "https://m2.example/", "https://m3.example/"].map((prefix) => prefix + PATH);

const REFUSED: readonly {
  readonly name: string;
  readonly words: readonly string[];
  readonly files?: object;
  readonly message: RegExp;
}[] = [
  {
    name: "an address that is not under the fallback prefix",
    words: ["https://elsewhere.example/os.img"],
    message: /the URL must begin with https:\/\/dl\.example\/, got "https:\/\/elsewhere.*; write it as it stands/,
  },
  { name: "what is no address", words: ["os.img"], message: /the URL must begin with .*, got "os\.img"/ },
  {
    name: "a pool that does not say where links begin",
    words: [URL_OF_FILE],
    files: { "mirrors.json": { mirrors: SAMPLE_POOL.mirrors } },
    message: /got no fallback_prefix; add "--fallback-prefix <prefix>"/,
  },
  {
    name: "a fallback prefix without its slash",
    words: [URL_OF_FILE, "--fallback-prefix", "https://dl.example"],
    message: /--fallback-prefix must be an https address that ends in "\/"/,
  },
  {
    name: "a file that no mirror carries",
    words: [URL_OF_FILE],
    files: {
      "status.json": {
        version: 1,
        probed: "2026-11-21T04:00:00Z",
        mirrors: SAMPLE_POOL.mirrors.map(({ url_prefix }) => sampleStatus(url_prefix, "outdated", { lacks: [PATH] })),
      },
    },
    message: /none does.*; download from the fallback itself: https:\/\/dl\.example\/os/,
  },
  {
    name: "a list that is not there",
    words: [URL_OF_FILE, "--pool", "none.json"],
    message: /none\.json: .*no such file/,
  },
  {
    name: "broken JSON",
    words: [URL_OF_FILE],
    files: { "mirrors.json": "}{" },
    message: /must be JSON, got a fault at line 1/,
  },
];

suite("fairmirror order", () => {
  test("goes on with the weights by hand when what was found out cannot be read, and says so", async (context) => {
    const cwd = await makeSampleFolder(context, { "status.json": "{ oops" });
    const { code, stdout, stderr } = await runProgram(["order", URL_OF_FILE], { cwd });
    assert.equal(code, 0, stderr);
    assert.deepEqual(stdout.trim().split("\n").sort(), ALL);
    assert.match(stderr, /status\.json: must be JSON, .*\ndrawn by the weights of mirrors\.json alone/);
  });

  test("lists every mirror's address once, one a line", async (context) => {
    const cwd = await makeSampleFolder(context);
    const { code, stdout, stderr } = await runProgram(["order", URL_OF_FILE], { cwd });
    assert.deepEqual([code, stderr], [0, ""]);
    assert.deepEqual(stdout.trimEnd().split("\n").sort(), ALL);
  });

  test("gives a session the order that its page has, and as many addresses as asked for", async (context) => {
    const cwd = await makeSampleFolder(context);
    const expected = orderMirrors(SAMPLE_POOL.mirrors, sessionDraw("key 1")).map(({ url_prefix }) => url_prefix + PATH);
    const words = ["order", URL_OF_FILE, "--session", "key 1"];
    const [all, first] = await Promise.all([
      runProgram([...words, "--json"], { cwd }),
      runProgram([...words, "--count", "1"], { cwd }),
    ]);
    assert.deepEqual(JSON.parse(all.stdout), { url: URL_OF_FILE, urls: expected });
    assert.equal(first.stdout, `${expected[0] ?? ""}\n`);
  });

  test("leads nobody to a mirror that is down or lacks the file", async (context) => {
    const mirrors = [
      sampleStatus("https://m2.example/", "down"),
      sampleStatus("https://m3.example/", "outdated", { lacks: ["os/1.0/"] }),
    ];
    const status = { version: 1, probed: "2026-11-21T04:00:00Z", mirrors };
    const cwd = await makeSampleFolder(context, { "status.json": status });
    assert.equal((await runProgram(["order", URL_OF_FILE], { cwd })).stdout, `${ALL[0] ?? ""}\n`);
  });

  test("reads a published list, tells what it skips there and that it is stale", async (context) => {
    const cwd = await makeSampleFolder(context);
    const mirrors = [
      { url_prefix: "https://m3.example/", weight: 1 },
      { url_prefix: "ftp://m5.example/", weight: 1 },
    ];
    const list = { expires: "2020-01-01T00:00:00Z", mirrors };
    await writeFile(join(cwd, "list.json"), JSON.stringify(list));
    const words = ["order", URL_OF_FILE, "--pool", "list.json", "--fallback-prefix", "https://dl.example/"];
    const { code, stdout, stderr } = await runProgram(words, { cwd });
    assert.deepEqual([code, stdout], [0, `${ALL[2] ?? ""}\n`]);
    assert.match(stderr, /list\.json \/mirrors\/1\/url_prefix: must be an https address/);
    assert.match(stderr, /the list is stale: it was good until 2020-01-01/);
  });

  for (const { name, words, files = {}, message } of REFUSED) {
    test(`refuses ${name}`, async (context) => {
      const cwd = await makeSampleFolder(context, { ...files });
      const { code, stdout, stderr } = await runProgram(["order", ...words], { cwd });
      assert.deepEqual([code, stdout], [1, ""]);
      assert.match(stderr, message);
    });
  }

  test("calls a bad count, an empty session and no URL wrong usage", async () => {
    const words = [[URL_OF_FILE, "--count", "0"], [URL_OF_FILE, "--count", "all"], [URL_OF_FILE, "--session", ""], []];
    const runs = await Promise.all(words.map((more) => runProgram(["order", ...more])));
    assert.deepEqual(
      runs.map(({ code }) => code),
      [2, 2, 2, 2],
    );
    assert.match(runs[1]?.stderr ?? "", /whole number from 1 to 10000/);
  });
});
