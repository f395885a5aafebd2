import assert from "node:assert/strict";
import { readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { after, suite, test } from "node:test";
import { openMinisignLab } from "./minisign-lab.ts";
import { runProgram } from "./run-program.ts";

const PASSWORD = "three words here";

const { runMinisign, makeList, makeKey, close } = await openMinisignLab();
after(close);

suite("fairmirror sign", () => {
  for (const { name, extra, comment } of [
    { name: "a digest", extra: [], comment: /^timestamp:\d{10}\tfile:releases\.json\thashed$/m },
    { name: "the file itself", extra: ["--legacy"], comment: /^timestamp:\d{10}\tfile:releases\.json$/m },
  ]) {
    test(`signs ${name} so that minisign verifies it`, async () => {
      const [{ list }, { key, publicKey }] = [await makeList(), await makeKey()];
      const signed = await runProgram(["sign", "--key", key, list, "--write", ...extra]);
      assert.equal(signed.code, 0, signed.stderr);
      const verified = runMinisign(["-V", "-p", publicKey, "-m", list]);
      assert.equal(verified.code, 0, verified.stderr);
      assert.match(runMinisign(["-V", "-Q", "-p", publicKey, "-m", list]).stdout, comment);
    });
  }

  test("shows the signature, and writes nothing without --write", async () => {
    const [{ list, folder }, { key }] = [await makeList(), await makeKey()];
    const { code, stdout, stderr } = await runProgram(["sign", "--key", key, list]);
    assert.equal(code, 0);
    assert.match(stdout, /^untrusted comment: signature by key [0-9A-F]{16}\n.+\ntrusted comment: .+\n.+\n$/);
    assert.match(stderr, /nothing was written; add "--write"/);
    assert.deepEqual(await readdir(folder), [basename(list)]);
  });

  test("refuses a list that is dated ahead: what is signed can't be taken back", async () => {
    const [{ list, folder }, { key }] = [await makeList(), await makeKey()];
    await writeFile(list, '{"version":1,"generated":"2062-11-25T04:30:00Z","files":[]}');
    const { code, stderr } = await runProgram(["sign", "--key", key, list, "--write"]);
    assert.equal(code, 1);
    assert.match(stderr, /\/generated: must be a time that has come, got "2062-11-25T04:30:00Z" at/);
    assert.deepEqual(await readdir(folder), [basename(list)]);
  });

  test("makes a key that minisign signs with, for its owner's eyes only", async () => {
    const { list, folder } = await makeList();
    const key = join(folder, "new.key");
    const made = await runProgram(["sign", "--generate", "--no-password", "--key", key, "--json"]);
    assert.equal(made.code, 0, made.stderr);
    assert.equal((await stat(key)).mode & 0o777, 0o600);
    const facts = JSON.parse(made.stdout) as Record<string, string>;
    assert.equal(facts["public_key_file"], join(folder, "new.pub"));
    assert.equal(runMinisign(["-S", "-W", "-s", key, "-m", list]).code, 0);
    assert.equal(runMinisign(["-V", "-P", facts["public_key"] ?? "", "-m", list]).code, 0);
    assert.equal(runMinisign(["-V", "-p", join(folder, "new.pub"), "-m", list]).code, 0);
  });

  test("never overwrites a key", async () => {
    const { key, publicKey } = await makeKey();
    const before = await readFile(key, "utf8");
    const again = await runProgram(["sign", "--generate", "--no-password", "--key", key]);
    assert.equal(again.code, 1);
    assert.match(again.stderr, /a\.key: must not be there yet, got a file; name another file/);
    assert.equal(await readFile(key, "utf8"), before);
    await rm(key);
    const half = await runProgram(["sign", "--generate", "--no-password", "--key", key]);
    assert.match(half.stderr, /a\.pub: must not be there yet/);
    assert.deepEqual(await readdir(join(key, "..")), [basename(publicKey)]);
  });

  test("locks a new key with a password, as minisign does", async () => {
    const { list, folder } = await makeList();
    const key = join(folder, "locked.key");
    const env = { FAIRMIRROR_PASSWORD: PASSWORD };
    assert.equal((await runProgram(["sign", "--generate", "--key", key], { env })).code, 0);
    assert.equal(runMinisign(["-S", "-s", key, "-m", list], `${PASSWORD}\n`).code, 0);
    const verified = await runProgram(["verify", "--public-key", join(folder, "locked.pub"), list]);
    assert.equal(verified.code, 0, verified.stderr);
  });

  test("opens a key that minisign locked, with the password from the environment or stdin", async () => {
    const { list, folder } = await makeList();
    const [key, publicKey] = [join(folder, "b.key"), join(folder, "b.pub")];
    assert.equal(runMinisign(["-G", "-s", key, "-p", publicKey], `${PASSWORD}\n${PASSWORD}\n`).code, 0);
    const words = ["sign", "--key", key, list, "--write"];
    const wrong = await runProgram(words, { env: { FAIRMIRROR_PASSWORD: "not this" } });
    assert.match(wrong.stderr, /b\.key: must be opened with its password, got another; try again/);
    const missing = await runProgram(words);
    assert.match(missing.stderr, /b\.key: must have its password, got none/);
    assert.deepEqual([wrong.code, missing.code], [1, 1]);
    const right = await runProgram(words, { input: `${PASSWORD}\n` });
    assert.equal(right.code, 0, right.stderr);
    assert.equal(runMinisign(["-V", "-p", publicKey, "-m", list]).code, 0);
  });

  test("tells what is no key, what is not there, and wrong usage", async () => {
    const [{ list }, { key, publicKey }] = [await makeList(), await makeKey()];
    const noKey = await runProgram(["sign", "--key", publicKey, list, "--json"]);
    assert.equal(noKey.code, 1);
    assert.equal((JSON.parse(noKey.stdout) as { problems: { code: string }[] }).problems[0]?.code, "bad-secret-key");
    const noFile = await runProgram(["sign", "--key", key, `${list}x`, join(list, "..")]);
    assert.match(noFile.stderr, /jsonx: must be there, got no such file[^]+must be a file, got a folder/);
    assert.equal(noFile.code, 1);
    assert.equal((await runProgram(["sign", "--key", key])).code, 2);
    assert.equal((await runProgram(["sign", list])).code, 2);
  });
});
