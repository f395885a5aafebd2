import assert from "node:assert/strict";
import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { findEngine } from "./find-engine.ts";
import { push, startUpdateLab, type UpdateLab } from "./update-lab.ts";
import { ZONE_SERVERS } from "./zone-servers.ts";

const NSUPDATE = findEngine("nsupdate", ["bind9-dnsutils"]);
const BIND = ZONE_SERVERS.find(({ name }) => name === "BIND");
assert.ok(BIND);

const ONE = ["192.0.2.1", "192.0.2.2", "192.0.2.3"];
const OTHER_SECRET = Buffer.alloc(32, 7).toString("base64");

suite("a push", { skip: BIND.skip || NSUPDATE.skip }, () => {
  let lab: UpdateLab;
  before(async () => {
    lab = await startUpdateLab(BIND);
  });
  after(async () => {
    await lab.engine.stop();
    await lab.folder.remove();
  });

  test("wants a key that nobody else can read", async (context) => {
    const cwd = await lab.makeFolder(context, ONE);
    await chmod(join(cwd, "push.key"), 0o644);
    const { code, stderr } = await push(cwd);
    assert.equal(code, 1);
    assert.match(stderr, /push\.key: must be readable by its owner alone, .*; run "chmod 600 push\.key"/);
  });

  for (const [name, text] of [
    ["a key for another program", `hmac-sha256:fairmirror:${OTHER_SECRET}\n`],
    ["an empty file", ""],
    ["a key without an algorithm", `key "k" { secret "${OTHER_SECRET}"; };`],
  ] as const)
    test(`refuses ${name}, and tells nothing of it`, async (context) => {
      const cwd = await lab.makeFolder(context, ONE);
      await writeFile(join(cwd, "push.key"), text);
      const { code, stdout, stderr } = await push(cwd);
      assert.equal(code, 1);
      assert.match(stderr, /push\.key: must be a key as tsig-keygen writes it/);
      assert.ok(!(stdout + stderr).includes(OTHER_SECRET));
    });

  test("tells of a server that is not there, and of a file that is not", async (context) => {
    const server = { host: "127.0.0.1", port: 1 };
    const gone = await push(await lab.makeFolder(context, ONE, { fallback: { server } }), ["--timeout", "2"]);
    assert.equal(gone.code, 1);
    assert.match(gone.stderr, /127\.0\.0\.1:1: must tell the addresses of dl\.example, got E\w+; check the server/);
    const cwd = await lab.makeFolder(context, ONE);
    assert.match((await push(cwd, ["--key", "no.key"])).stderr, /no\.key: must be there/);
  });

  test("is refused for a zone that is kept as a file", async (context) => {
    const { code, stderr } = await push(await lab.makeFolder(context, ONE, { fallback: { update: "file" } }));
    assert.equal(code, 1);
    assert.match(stderr, /\/update: must be "dynamic" where an update is made, got "file"/);
  });
});
