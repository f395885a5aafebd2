import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { makeProbeFolder, runProbe } from "../../cli/run-probe.ts";
import { runProgram } from "../../cli/run-program.ts";
import { FALLBACK } from "../../cli/dns/sample-folder.ts";
import { type ProbeMirror, startProbeMirror } from "../probe-mirror.ts";
import type { Engine } from "./start-engine.ts";
import { waitUntil } from "./wait-until.ts";
import { makeZoneLab, type ZoneLab } from "./zone-lab.ts";
import { ZONE_SERVERS } from "./zone-servers.ts";

const BIND = ZONE_SERVERS.find(({ name }) => name === "BIND");
assert.ok(BIND);

suite("a zone that follows the probe", { skip: BIND.skip }, () => {
  let mirror: ProbeMirror;
  let lab: ZoneLab;
  let engine: Engine | undefined;
  before(async () => {
    mirror = await startProbeMirror();
    lab = await makeZoneLab(BIND, FALLBACK.name);
  });
  after(async () => {
    await engine?.stop();
    await lab.folder.remove();
    await mirror.close();
  });

  test("loses the member that is found broken, when the server loads it again", async (context) => {
    const prefixes = ["good", "good", "missing"].map((way, index) => mirror.prefix(way, `m${index}.m.example`));
    const members = FALLBACK.members.map(({ a = [] }, index) => ({ url_prefix: prefixes[index], a }));
    const folder = await makeProbeFolder(context, mirror, {
      prefixes,
      files: { "fallback.json": { ...FALLBACK, members } },
    });
    const file = join(lab.folder.path, "zone");
    const words = ["dns", "--mirrors", folder, "--output", file, "--write"];
    assert.equal((await runProgram(words)).code, 0);
    engine = await lab.start(await readFile(file, "utf8"));
    const readSet = async (): Promise<string> => (await lab.resolver.resolve4(FALLBACK.name)).sort().join();
    assert.equal(await readSet(), "192.0.2.10,198.51.100.20,203.0.113.30");

    await runProbe(folder, mirror, ["--write", "--dev"]);
    const { code, stdout, stderr } = await runProgram(words);
    assert.equal(code, 0, stderr);
    assert.match(stderr, /^left out https:\/\/m2\.m\.example:\d+\/missing\/: outdated since/m);
    assert.match(stdout, /^-dl\.example\. 60 IN A 203\.0\.113\.30$/m);
    process.kill(engine.pid, "SIGHUP");
    await waitUntil("the member is gone", async () => (await readSet()) === "192.0.2.10,198.51.100.20");
  });
});
