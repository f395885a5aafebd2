import assert from "node:assert/strict";
import { test } from "node:test";
import { fallbackPage } from "../../src/build/site-fallback.ts";
import { DNS_FORMAT_NAMES } from "../../src/ops/dns/formats.ts";
import { REDIRECT_FORMAT_NAMES } from "../../src/ops/redirect/formats.ts";
import { runProgram } from "../cli/run-program.ts";
import { buildSample } from "./build-sample.ts";

const { dns, redirectors } = fallbackPage();
const rows = [...dns, ...redirectors];
const site = await buildSample();
const html = (await site.read("fallback/index.html"))
  .replaceAll("&quot;", '"')
  .replaceAll("&#39;", "'")
  .replaceAll("&lt;", "<")
  .replaceAll("&gt;", ">")
  .replaceAll("&amp;", "&");

test("lists every server once, with all of its formats", () => {
  assert.deepEqual(dns.flatMap(({ formats }) => formats).sort(), [...DNS_FORMAT_NAMES].sort());
  assert.deepEqual(redirectors.flatMap(({ formats }) => formats).sort(), [...REDIRECT_FORMAT_NAMES].sort());
  assert.equal(new Set(rows.map(({ engines }) => engines)).size, rows.length);
});

test("says of every server what the code says, and how to deploy it", () => {
  for (const { engines, weights, checks, addresses, scale, effort, deploy, formats } of rows) {
    const facts = [engines, weights, checks, addresses, scale, effort].map((fact) =>
      fact.replaceAll(/`(.*?)`/g, "<code>$1</code>"),
    );
    for (const fact of [...facts, deploy.join("\n")]) assert.ok(html.includes(`>${fact}</`), fact);
    assert.ok(html.includes(`href="#${formats[0] ?? ""}"`) && html.includes(`id="${formats[0] ?? ""}"`));
    assert.ok(deploy.length <= 5, `${engines} takes ${deploy.length} lines`);
  }
});

test("marks what people type as code, and shows no mark of it", () => {
  assert.ok(html.includes("run <code>probe</code> and <code>dns --push</code> in a timer"));
  assert.doesNotMatch(html, /`/);
});

test("names no command that the program does not know", async () => {
  const commands = new Set(
    [...html.matchAll(/fairmirror (dns|redirect|probe|validate)((?: --[a-z]+)*)/g)].map(([, name = ""]) => name),
  );
  assert.deepEqual([...commands].sort(), ["dns", "probe", "redirect", "validate"]);
  for (const name of ["dns", "redirect"]) {
    const { stdout } = await runProgram([name, "--help"]);
    const lines = rows.flatMap(({ deploy }) => deploy).filter((line) => line.includes(`fairmirror ${name} `));
    const options = new Set(lines.flatMap((line) => line.split("#")[0]?.match(/ --[a-z-]+/g) ?? []));
    for (const option of options) assert.ok(stdout.includes(option), `${name}${option}`);
  }
});

test("is reached from the maintainers' part of the site", async () => {
  assert.match(await site.read("mirrors/index.html"), /<a href="\/fallback\/">/);
});
