import assert from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { suite, test } from "node:test";
import { runProgram } from "../run-program.ts";
import { FALLBACK, makeDnsFolder, statusOf } from "./sample-folder.ts";

const SERIAL = /hostmaster\.dns\.example\. (\d+) /;

const [first, second] = FALLBACK.members;

const REFUSED: Readonly<Record<string, readonly [object, RegExp]>> = {
  "a private address": [
    { ...FALLBACK, members: [first, { ...second, a: ["10.0.0.1"] }] },
    /fallback\.json \/members\/1\/a\/0: must be an address that everyone can reach, got "10\.0\.0\.1" \(private\); write/,
  ],
  "a name with a line break": [
    { ...FALLBACK, name: "dl.example\n$INCLUDE x" },
    /fallback\.json \/name: must be the full name/,
  ],
  "one member": [{ ...FALLBACK, members: [first] }, /\/members: must be two members or more, got 1; add a second/],
  "no word of certificates": [{ ...FALLBACK, certificates: undefined }, /\/certificates: must tell how 3 members/],
  "members of weight 0 only": [
    { ...FALLBACK, members: FALLBACK.members.map((member) => ({ ...member, weight: 0 })) },
    /\/members: must hold a member of a weight above 0, got none/,
  ],
  "another way of updates": [
    { ...FALLBACK, update: "dynamic" },
    /\/update: must be "file" where a file is made, got "dynamic"/,
  ],
};

suite("fairmirror dns", () => {
  test("prints a zone on stdout, and what there is to know on stderr", async (context) => {
    const cwd = await makeDnsFolder(context, FALLBACK, { "status.json": statusOf("https://m1.example/os/", "down") });
    const { code, stdout, stderr } = await runProgram(["dns"], { cwd });
    assert.equal(code, 0, stderr);
    assert.equal(stdout.match(/ AAAA /g)?.length, 2);
    assert.doesNotMatch(stdout, /192\.0\.2\.10/);
    assert.match(stderr, /^left out https:\/\/m1\.example\/os\/: down since .*: answers 500$/m);
    assert.match(stderr, /^https: every member must have a certificate of its own for dl\.example$/m);
    assert.match(stderr, /^IPv6: m2\.example 50\.0 %, m3\.example 50\.0 %$/m);
  });

  test("says so when findings would leave less than half, and leaves out nobody", async (context) => {
    const mirrors = ["https://m1.example/os/", "https://m2.example/"].map((prefix) => statusOf(prefix, "down"));
    const status = { ...mirrors[0], mirrors: mirrors.flatMap((one) => (one as { mirrors: object[] }).mirrors) };
    const cwd = await makeDnsFolder(context, FALLBACK, { "status.json": status });
    const { code, stdout, stderr } = await runProgram(["dns"], { cwd });
    assert.equal(code, 0);
    assert.equal(stdout.match(/ A /g)?.length, 3);
    assert.match(stderr, /^floor: .*more than half of the members, so nobody is left out/m);
  });

  test("shows the change of a file, writes it under --write only, and keeps its serial while nothing changes", async (context) => {
    const cwd = await makeDnsFolder(context);
    const words = ["dns", "--output", "dl.zone"];
    const shown = await runProgram(words, { cwd });
    assert.match(shown.stdout, /^\+dl\.example\. 60 IN A 192\.0\.2\.10$/m);
    assert.match(shown.stderr, /would change dl\.zone; run it again with "--write"/);
    assert.deepEqual(await readdir(cwd), ["mirrors"]);
    assert.equal((await runProgram([...words, "--write"], { cwd })).code, 0);
    const text = await readFile(join(cwd, "dl.zone"), "utf8");
    const again = await runProgram([...words, "--write", "--serial", "time"], { cwd });
    assert.deepEqual([again.code, again.stdout], [0, ""]);
    assert.match(again.stderr, /dl\.zone is up to date/);
    assert.equal(await readFile(join(cwd, "dl.zone"), "utf8"), text);
  });

  test("raises the serial when something changes, and shows what", async (context) => {
    const cwd = await makeDnsFolder(context);
    const words = ["dns", "--output", "dl.zone", "--write"];
    await runProgram(words, { cwd });
    const before = await readFile(join(cwd, "dl.zone"), "utf8");
    await writeFile(join(cwd, "mirrors", "status.json"), JSON.stringify(statusOf("https://m2.example/", "outdated")));
    const { stdout } = await runProgram(words, { cwd });
    assert.match(stdout, /^-dl\.example\. 60 IN A 198\.51\.100\.20$/m);
    const after = await readFile(join(cwd, "dl.zone"), "utf8");
    assert.ok(Number(SERIAL.exec(after)?.[1]) > Number(SERIAL.exec(before)?.[1]));
  });

  test("goes on from the serial of another file", async (context) => {
    const cwd = await makeDnsFolder(context);
    await writeFile(join(cwd, "old.zone"), "@ IN SOA ns1 host (\n 3999999999 ; the last one\n 1 1 1 1 )\n");
    const { stdout } = await runProgram(["dns", "--previous", "old.zone"], { cwd });
    assert.equal(SERIAL.exec(stdout)?.[1], "4000000000");
    await writeFile(join(cwd, "odd.zone"), "hello\n");
    for (const [file, message] of [
      ["odd.zone", /odd\.zone: must hold the serial that is in use, got none/],
      ["no.zone", /no\.zone: must be there/],
    ] as const) {
      const { code, stderr } = await runProgram(["dns", "--previous", file], { cwd });
      assert.equal(code, 1);
      assert.match(stderr, message);
    }
  });

  test("replaces no file but its own", async (context) => {
    const cwd = await makeDnsFolder(context);
    const text = "@ IN SOA ns1 host 5 1 1 1 1\nwww IN A 192.0.2.1\n";
    await writeFile(join(cwd, "own.zone"), text);
    const { code, stderr, stdout } = await runProgram(["dns", "--output", "own.zone", "--write"], { cwd });
    assert.deepEqual([code, stdout], [1, ""]);
    assert.match(
      stderr,
      /own\.zone: must be a file that this command made .*; name another file, or move this one away/,
    );
    assert.equal(await readFile(join(cwd, "own.zone"), "utf8"), text);
  });

  test("tells all as JSON", async (context) => {
    const cwd = await makeDnsFolder(context, FALLBACK, { "status.json": statusOf("https://m1.example/os/", "down") });
    const { stdout } = await runProgram(["dns", "--json", "--output", "dl.zone", "--write"], { cwd });
    const { text, diff, notes, omitted, ...rest } = JSON.parse(stdout) as Record<string, unknown[]>;
    assert.equal(text, await readFile(join(cwd, "dl.zone"), "utf8"));
    assert.ok(diff && notes && omitted?.length === 1);
    assert.deepEqual(rest, { format: "zone", file: "dl.zone", written: true, failed_open: false, problems: [] });
  });

  for (const [name, [fallback, message]] of Object.entries(REFUSED)) {
    test(`refuses ${name}`, async (context) => {
      const cwd = await makeDnsFolder(context, fallback);
      const { code, stdout, stderr } = await runProgram(["dns", "--format", "zone"], { cwd });
      assert.deepEqual([code, stdout], [1, ""]);
      assert.match(stderr, message);
    });
  }

  test("makes an update where the zone takes updates, and takes private addresses in a trial", async (context) => {
    const members = [first, { ...second, a: ["127.0.0.1"] }];
    const cwd = await makeDnsFolder(context, { ...FALLBACK, update: "dynamic", members });
    const { code, stdout } = await runProgram(["dns", "--dev"], { cwd });
    assert.equal(code, 0);
    assert.match(stdout, /^update add dl\.example\. 60 IN A 127\.0\.0\.1\n/m);
  });
});
