import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { suite, test } from "node:test";
import { FALLBACK, makeDnsFolder, statusOf } from "../../cli/dns/sample-folder.ts";
import { runProgram } from "../../cli/run-program.ts";
import type { DnsAsker } from "./ask-dns.ts";
import { findEngine } from "./find-engine.ts";
import { type GdnsdLab, makeGdnsdLab } from "./gdnsd-lab.ts";
import { assertShares, queryShares } from "./query-shares.ts";
import type { Engine } from "./start-engine.ts";
import { waitUntil } from "./wait-until.ts";

const GDNSD = findEngine("gdnsd", ["gdnsd"]);

/** The weights of the sample pool's three mirrors. */
const WEIGHTS = { "192.0.2.10": 30, "198.51.100.20": 20, "203.0.113.30": 10 };

/** Runs `fairmirror dns` as a sysadmin would, and gives what it wrote. */
async function writeFormat(cwd: string, format: string, file = join(cwd, format)): Promise<string> {
  const { code, stderr } = await runProgram(["dns", "--format", format, "--output", file, "--write"], { cwd });
  assert.equal(code, 0, stderr);
  return readFile(file, "utf8");
}

async function fillLab(lab: GdnsdLab, cwd: string): Promise<void> {
  const [config, zone] = [await writeFormat(cwd, "gdnsd"), await writeFormat(cwd, "gdnsd-zone")];
  await lab.put({ config, zone, origin: FALLBACK.zone.origin });
  await lab.folder.makeFolder("state/extfile");
  await writeFormat(cwd, "gdnsd-states", lab.statesFile);
}

suite("fairmirror dns for gdnsd", { skip: GDNSD.skip }, () => {
  test("what a probe found takes a mirror out of the answers, with nothing restarted", async (context) => {
    const cwd = await makeDnsFolder(context);
    const lab = await makeGdnsdLab(GDNSD.path);
    let engine: (Engine & DnsAsker) | undefined;
    context.after(async () => {
      await engine?.stop();
      await lab.folder.remove();
    });
    await fillLab(lab, cwd);
    const { code, words } = lab.check();
    assert.equal(code, 0, words);
    const { ask, log } = (engine = await lab.start());
    const count = () => queryShares(2_000, () => ask(FALLBACK.name, "a"), { concurrency: 8 });
    assertShares(await count(), WEIGHTS);
    const status = statusOf("https://m1.example/os/", "down");
    await writeFile(join(cwd, "mirrors", "status.json"), JSON.stringify(status));
    await writeFormat(cwd, "gdnsd-states", lab.statesFile);
    await waitUntil("gdnsd has read it", () => log().includes("192.0.2.10/fairmirror' changed from UP/MAX to DOWN"));
    await waitUntil("the mirror has left", async () => !("192.0.2.10" in (await count())));
    assertShares(await count(), { ...WEIGHTS, "192.0.2.10": 0 });
    assert.doesNotMatch(log(), /^(warning|error|fatal)/m);
  });
});
