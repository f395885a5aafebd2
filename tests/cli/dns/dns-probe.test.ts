import assert from "node:assert/strict";
import { test } from "node:test";
import { startProbeMirror } from "../../servers/probe-mirror.ts";
import { makeProbeFolder, runProbe } from "../run-probe.ts";
import { runProgram } from "../run-program.ts";
import { FALLBACK } from "./sample-folder.ts";

test("dns leaves out who the probe before it found down", async (context) => {
  const mirror = await startProbeMirror();
  context.after(() => mirror.close());
  const [good, closed] = [mirror.prefix("good"), "https://closed.example:1/"];
  const members = [
    { url_prefix: good, a: ["192.0.2.10"] },
    { url_prefix: closed, a: ["198.51.100.20"] },
  ];
  const mirrors = [good, closed].map((url_prefix) => ({ url_prefix, weight: 10 }));
  const files = {
    "mirrors.json": { version: 1, fallback_prefix: "https://dl.example/", mirrors },
    "fallback.json": { ...FALLBACK, members },
  };
  const folder = await makeProbeFolder(context, mirror, { prefixes: [], files });
  const words = ["dns", "--mirrors", folder, "--format", "zone"];
  const before = await runProgram(words);
  assert.equal(before.stdout.match(/ IN A /g)?.length, 2, before.stderr);
  const probe = await runProbe(folder, mirror, ["--write", "--dev", "--resolve", "closed.example:1:127.0.0.1"]);
  assert.match(probe.stderr, /closed\S+ unknown -> down: refuses connections/);
  const { code, stdout, stderr } = await runProgram(words);
  assert.equal(code, 0, stderr);
  assert.deepEqual(stdout.match(/ IN A .*$/gm), [" IN A 192.0.2.10"]);
  assert.match(stderr, /^left out https:\/\/closed\.example:1\/: down since .*: refuses connections/m);
});
