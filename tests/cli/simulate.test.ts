import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { suite, test } from "node:test";
import { makeSampleFolder, SAMPLE_POOL } from "./sample-pool.ts";
import { runProgram } from "./run-program.ts";

const ONION = { url_prefix: "http://abcdef.onion/", weight: 5 };

suite("fairmirror simulate", () => {
  test("shows who is due what and who drew what, in 80 columns", async (context) => {
    const cwd = await makeSampleFolder(context);
    const { code, stdout, stderr } = await runProgram(["simulate", "--visitors", "2000"], { cwd });
    assert.equal(code, 0);
    const lines = stdout.trimEnd().split("\n");
    assert.match(lines[0] ?? "", /^mirror +weight +expected +drawn$/);
    assert.match(lines[1] ?? "", /^m1\.example +30 +50\.0 % +\d\d\.\d % +█+.?$/);
    assert.equal(lines.length, 4);
    assert.equal(Math.max(...lines.map((line) => line.length)), 80);
    assert.match(stderr, /2000 sessions drew, seed "1"\nfurthest from its share: /);
  });

  test("shows who moves when a mirror leaves, as words, JSON and a picture", async (context) => {
    const cwd = await makeSampleFolder(context, {
      "mirrors.json": { ...SAMPLE_POOL, mirrors: [...SAMPLE_POOL.mirrors, ONION] },
    });
    const words = ["simulate", "--seed", "x", "--without", "m3.example", "https://m2.example/"];
    const [plain, json] = await Promise.all([
      runProgram([...words, "--svg", "shares.svg"], { cwd }),
      runProgram([...words, "--json"], { cwd }),
    ]);
    assert.match(plain.stderr, /of 10000 sessions move .*, all of them from who left; the others keep their mirror/);
    assert.match(plain.stderr, /not drawn on an https site: 1 on \.onion names/);
    assert.match(await readFile(join(cwd, "shares.svg"), "utf8"), /^<svg .*<title/s);
    const { mirrors, moved } = JSON.parse(json.stdout) as {
      mirrors: { after: { drawn: number } }[];
      moved: Record<string, number>;
    };
    assert.deepEqual(
      mirrors.map(({ after }) => after.drawn),
      [1, 0, 0],
    );
    assert.equal(moved["sessions"], moved["from_left"]);
  });

  test("refuses to let an unknown mirror leave, or all of them", async (context) => {
    const cwd = await makeSampleFolder(context);
    const [unknown, all] = await Promise.all([
      runProgram(["simulate", "--without", "m9.example"], { cwd }),
      runProgram(["simulate", "--without", "m1.example", "m2.example", "m3.example"], { cwd }),
    ]);
    assert.deepEqual([unknown.code, unknown.stdout, all.code], [1, "", 1]);
    assert.match(unknown.stderr, /got "m9\.example"; write one of https:\/\/m1\.example\/os\/ https/);
    assert.match(all.stderr, /must leave a mirror to draw, got all of them; name fewer/);
  });

  test("tells what is wrong with the folder", async (context) => {
    const cwd = await makeSampleFolder(context, { "mirrors.json": "}{" });
    const runs = await Promise.all([
      runProgram(["simulate"], { cwd }),
      runProgram(["simulate", "--mirrors", "none"], { cwd }),
      runProgram(["simulate", "--svg", "no/such/a.svg"], { cwd: await makeSampleFolder(context) }),
    ]);
    assert.deepEqual(
      runs.map(({ code, stdout }) => [code, stdout]),
      [
        [1, ""],
        [1, ""],
        [1, ""],
      ],
    );
    const [broken, missing, unwritable] = runs.map(({ stderr }) => stderr);
    assert.match(broken ?? "", /mirrors\.json: must be JSON/);
    assert.match(missing ?? "", /none\/mirrors\.json: must be there/);
    assert.match(unwritable ?? "", /a\.svg: must be a place that can be written/);
  });

  test("calls bad numbers, and a picture that would hide another file, wrong usage", async () => {
    const words = [
      ["--visitors", "0"],
      ["--visitors", "many"],
      ["--svg", "mirrors/mirrors.json"],
    ];
    const runs = await Promise.all(words.map((more) => runProgram(["simulate", ...more])));
    assert.deepEqual(
      runs.map(({ code }) => code),
      [2, 2, 2],
    );
  });
});
