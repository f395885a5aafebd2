import assert from "node:assert/strict";
import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { renderUpdate } from "../../../src/ops/dns/nsupdate.ts";
import { sampleMember, samplePool } from "../../ops/dns/sample-fallback.ts";
import { runNsupdate } from "../../../src/cli/dns/run-nsupdate.ts";
import { FALLBACK } from "../../cli/dns/sample-folder.ts";
import { findEngine } from "./find-engine.ts";
import { push, startUpdateLab, type UpdateLab } from "./update-lab.ts";
import { ZONE_SERVERS } from "./zone-servers.ts";

const NSUPDATE = findEngine("nsupdate", ["bind9-dnsutils"]);

const ONE = ["192.0.2.1", "192.0.2.2", "192.0.2.3"];
const OTHER = ["198.51.100.1", "198.51.100.2", "198.51.100.3"];
const ROUNDS = 3;
const OTHER_SECRET = Buffer.alloc(32, 7).toString("base64");

/** NSD takes no updates. */
const SERVERS = ZONE_SERVERS.filter(({ name }) => name !== "NSD");

for (const server of SERVERS) {
  suite(`updates of ${server.name}`, { skip: server.skip || NSUPDATE.skip }, () => {
    let lab: UpdateLab;
    before(async () => {
      lab = await startUpdateLab(server);
    });
    after(async () => {
      await lab.engine.stop();
      await lab.folder.remove();
    });

    test("are taken once, after the change was shown, and then there is nothing to send", async (context) => {
      const cwd = await lab.makeFolder(context, ONE);
      const first = await push(cwd);
      assert.equal(first.code, 0, first.stderr);
      assert.match(first.stderr, /^-dl\.example\. 60 A 192\.0\.2\.9\n\+dl\.example\. 60 A 192\.0\.2\.1$/m);
      assert.match(first.stderr, /127\.0\.0\.1:\d+ took the update$/m);
      assert.equal(await lab.readSet(), ONE.join());
      const { serial } = await lab.resolver.resolveSoa(FALLBACK.name);
      const second = await push(cwd, ["--json"]);
      assert.match(second.stderr, /has it so already: nothing was sent/);
      assert.deepEqual((JSON.parse(second.stdout) as { changes: string[] }).changes, []);
      assert.equal((await lab.resolver.resolveSoa(FALLBACK.name)).serial, serial);
    });

    test("bring a family in and out, and another TTL", async (context) => {
      const members = FALLBACK.members.map((member, index) => ({ ...member, a: [ONE[index]] }));
      const cwd = await lab.makeFolder(context, ONE, { fallback: { members, ttl: 300 } });
      assert.equal((await push(cwd)).code, 0);
      const records = await lab.resolver.resolve6(FALLBACK.name, { ttl: true });
      assert.deepEqual([...new Set(records.map(({ ttl }) => ttl))], [300]);
      assert.equal(records.length, 3);
      assert.equal((await push(await lab.makeFolder(context, ONE))).code, 0);
      await assert.rejects(lab.resolver.resolve6(FALLBACK.name), { code: "ENODATA" });
    });

    test("of two programs at once never mix: every answer is one whole set", async (context) => {
      assert.equal((await push(await lab.makeFolder(context, ONE))).code, 0);
      const folders = [await lab.makeFolder(context, ONE), await lab.makeFolder(context, OTHER)];
      const seen = new Set<string>();
      let isOver = false;
      const watch = async (): Promise<void> => {
        while (!isOver) seen.add(await lab.readSet());
      };
      const watching = watch();
      for (let round = 0; round < ROUNDS; round++) {
        const runs = await Promise.all(folders.map((cwd) => push(cwd)));
        for (const { code, stderr } of runs) assert.equal(code, 0, stderr);
      }
      isOver = true;
      await watching;
      assert.deepEqual(
        [...seen].filter((set) => set !== ONE.join() && set !== OTHER.join()),
        [],
      );
      assert.ok([ONE.join(), OTHER.join()].includes(await lab.readSet()));
    });

    test("are refused as a whole where the set changed since it was read", async (context) => {
      const cwd = await lab.makeFolder(context, ONE);
      assert.equal((await push(cwd)).code, 0);
      const pool = samplePool({
        name: FALLBACK.name,
        server: { host: "127.0.0.1", port: lab.port },
        members: [sampleMember(8)],
      });
      const options = { keyFile: join(cwd, "push.key"), secret: lab.secret, timeoutMs: 20_000 };
      const read = (addresses: readonly string[]) => ({
        a: addresses.map((address) => ({ address, ttl: 60 })),
        aaaa: [],
      });
      for (const old of [ONE.slice(1), [...ONE, "192.0.2.4"], []]) {
        const { code, stderr } = await runNsupdate(renderUpdate(pool, read(old)), options);
        assert.equal(code, 2);
        assert.match(stderr, /[NY]XRRSET/);
        assert.equal(await lab.readSet(), ONE.join());
      }
      assert.equal((await runNsupdate(renderUpdate(pool, read(ONE)), options)).code, 0);
      assert.equal(await lab.readSet(), "192.0.2.8");
    });

    test("with another key are refused in words, and no secret is told", async (context) => {
      const before = await lab.readSet();
      for (const [parts, message] of [
        [{ secret: OTHER_SECRET }, /got another one under the same name; copy the key's file/],
        [{ keyName: "stranger" }, /a key that the server knows, got one that it does not|got another one under/],
      ] as const) {
        const { code, stdout, stderr } = await push(await lab.makeFolder(context, OTHER, parts));
        assert.equal(code, 1, stderr);
        assert.match(stderr, message);
        for (const secret of [lab.secret, OTHER_SECRET]) assert.ok(!(stdout + stderr).includes(secret));
      }
      assert.equal(await lab.readSet(), before);
    });

    test("are refused for a name that the key does not change", async (context) => {
      const zone = { ...FALLBACK.zone, origin: "other.example" };
      const pool = { fallback_prefix: "https://other.example/" };
      const cwd = await lab.makeFolder(context, OTHER, { fallback: { name: "other.example", zone } });
      const mirrors = FALLBACK.members.map(({ url_prefix }) => ({ url_prefix, weight: 1 }));
      await writeFile(join(cwd, "mirrors", "mirrors.json"), JSON.stringify({ ...pool, mirrors }));
      const { code, stderr } = await push(cwd);
      assert.equal(code, 1);
      assert.match(stderr, /127\.0\.0\.1:\d+: must /);
    });
  });
}

suite("a push", { skip: NSUPDATE.skip }, () => {
  let lab: UpdateLab;
  before(async () => {
    const [server] = SERVERS;
    assert.ok(server);
    lab = await startUpdateLab(server);
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
