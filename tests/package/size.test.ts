import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { promisify } from "node:util";

const run = promisify(execFile);

const { stdout } = await run(process.execPath, ["--import", "tsx", "src/build/size.ts"]);

test("lists the scripts, the style and every page with their sizes", () => {
  const files = [...stdout.matchAll(/^│ (\S+) +│ +\d+ │ +\d+ │ +\d+ │ +(\d+|–) │$/gm)].map(([, file]) => file);
  for (const name of ["fairmirror.js", "site/assets/site.js", "site/assets/style.css", "site/status/index.html"])
    assert.ok(files.includes(`dist/${name}`), name);
});

test("prints the tag to paste with the hash that README's command gives, the same as the built site shows", async () => {
  const readme = await readFile("README.md", "utf8");
  const [command] = /^echo "sha384-.*$/m.exec(readme) ?? [];
  assert.ok(command);
  const integrity = (await run("sh", ["-c", command])).stdout.trim();
  const tag = /^<script src="\/fairmirror\.js".*$/m.exec(stdout)?.[0] ?? "";
  assert.equal(tag.replace(` integrity="${integrity}"`, ""), /^<script src=.*$/m.exec(readme)?.[0]);
  const page = await readFile("dist/site/how-it-works/index.html", "utf8");
  assert.ok(page.replaceAll("&#x3D;", "=").includes(`integrity="${integrity}"`));
});
