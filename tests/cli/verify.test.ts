import assert from "node:assert/strict";
import { readFile, rm, writeFile } from "node:fs/promises";
import { after, suite, test } from "node:test";
import { openMinisignLab } from "./minisign-lab.ts";
import { runProgram } from "./run-program.ts";

const { runMinisign, makeList, makeKey, close } = await openMinisignLab();
after(close);

suite("fairmirror verify", () => {
  for (const { name, extra } of [
    { name: "a digest", extra: [] },
    { name: "the file itself", extra: ["-l"] },
  ]) {
    test(`takes what minisign signed: ${name}`, async () => {
      const [{ list }, { key, publicKey }] = [await makeList(), await makeKey()];
      assert.equal(runMinisign(["-S", "-W", "-s", key, "-m", list, "-t", "a comment", ...extra]).code, 0);
      const { code, stdout } = await runProgram(["verify", "--public-key", publicKey, list, "--json"]);
      assert.equal(code, 0);
      const { files } = JSON.parse(stdout) as { files: Record<string, string>[] };
      assert.deepEqual([files[0]?.["file"], files[0]?.["trusted_comment"]], [list, "a comment"]);
    });
  }

  test("takes the public key as a line", async () => {
    const [{ list }, { key, publicKey }] = [await makeList(), await makeKey()];
    runMinisign(["-S", "-W", "-s", key, "-m", list]);
    const line = (await readFile(publicKey, "utf8")).split("\n")[1] ?? "";
    assert.equal((await runProgram(["verify", "--public-key", line, list])).code, 0);
  });

  test("tells each fault in words of its own, and minisign agrees", async () => {
    const { key, publicKey } = await makeKey();
    const other = await makeKey();
    const edit = async (file: string, change: (text: string) => string) =>
      writeFile(file, change(await readFile(file, "utf8")));
    const faults: readonly (readonly [(list: string) => Promise<unknown>, string, RegExp])[] = [
      [(list) => edit(list, (text) => text.replace("1", "2")), publicKey, /json: must be what was signed/],
      [() => Promise.resolve(), other.publicKey, /json: must be signed with the key [0-9A-F]{16}, got a signature by/],
      [(list) => edit(`${list}.minisig`, (text) => text.slice(0, 120)), publicKey, /minisig: must (have|hold) .+, got/],
      [(list) => edit(`${list}.minisig`, (text) => text.replace("file:", "File:")), publicKey, /trusted comment that/],
      [(list) => rm(`${list}.minisig`), publicKey, /minisig: must be there/],
    ];
    for (const [spoil, usedKey, words] of faults) {
      const { list } = await makeList();
      runMinisign(["-S", "-W", "-s", key, "-m", list]);
      await spoil(list);
      const { code, stderr } = await runProgram(["verify", "--public-key", usedKey, list]);
      assert.equal(code, 1);
      assert.match(stderr, words);
      assert.notEqual(runMinisign(["-V", "-p", usedKey, "-m", list]).code, 0);
    }
  });
});
