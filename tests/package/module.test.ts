import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdtemp, rm, symlink, writeFile, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import type * as Core from "../../src/core/index.ts";
import { testCoreVectors } from "../core/core-vectors.ts";

const run = promisify(execFile);

const CONSUMER = `
import { orderMirrors, randomDraw, readPool, rewriteUrl, type Mirror, type Problem } from "fairmirror";
const { pool, problems }: { pool: { mirrors: readonly Mirror[] } | undefined; problems: Problem[] } = readPool({
  mirrors: [{ url_prefix: "https://m1.example/os/", weight: 1 }],
});
const draw = randomDraw((words) => crypto.getRandomValues(words));
const [first] = orderMirrors(pool?.mirrors ?? [], draw);
console.log(problems.length, first && rewriteUrl("https://dl.example/a.img", "https://dl.example/", first));
`;

testCoreVectors("built module", (await import(resolve("dist/fairmirror.mjs"))) as typeof Core);

describe("the package, as its users install it", () => {
  let folder = "";

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "fairmirror-consumer-"));
    const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", folder]);
    const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
    const installed = join(folder, "node_modules/fairmirror");
    await mkdir(installed, { recursive: true });
    await run("tar", ["-xzf", join(folder, filename), "-C", installed, "--strip-components=1"]);
    await cp("tests/package/tsconfig.consumer.json", join(folder, "tsconfig.json"));
    await symlink(resolve("node_modules/@types"), join(folder, "node_modules/@types"));
    await writeFile(join(folder, "package.json"), '{ "type": "module" }');
    await writeFile(join(folder, "consumer.ts"), CONSUMER);
  });

  after(() => rm(folder, { recursive: true }));

  test("gives types that a strict project accepts, and code that runs", async () => {
    await run(process.execPath, [resolve("node_modules/typescript/bin/tsc"), "-p", folder]);
    const { stdout } = await run(process.execPath, [join(folder, "consumer.js")]);
    assert.equal(stdout.trim(), "0 https://m1.example/os/a.img");
  });

  test("needs no eval: neither built file names it", async () => {
    const { readFile } = await import("node:fs/promises");
    for (const file of ["dist/fairmirror.js", "dist/fairmirror.mjs"])
      assert.doesNotMatch(await readFile(file, "utf8"), /\beval\b|new Function/);
  });
});
