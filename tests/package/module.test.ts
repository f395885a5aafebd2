import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import type * as Core from "../../src/core/index.ts";
import { testCoreVectors } from "../core/core-vectors.ts";

const run = promisify(execFile);

/** The parts of package.json that matter here. */
interface PackageFile {
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly bin: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
}

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
  let files: string[] = [];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "fairmirror-consumer-"));
    // What is packed was built already; building once more would pull the files away under other tests.
    const { stdout } = await run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder]);
    const [packed] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
    files = packed.files.map(({ path }) => path);
    await writeFile(join(folder, "package.json"), '{ "type": "module" }');
    await run("npm", ["install", "--offline", "--no-audit", `./${packed.filename}`], { cwd: folder });
    await cp("tests/package/tsconfig.consumer.json", join(folder, "tsconfig.json"));
    await symlink(resolve("node_modules/@types"), join(folder, "node_modules/@types"));
    await writeFile(join(folder, "consumer.ts"), CONSUMER);
  });

  after(() => rm(folder, { recursive: true }));

  test("gives types that a strict project accepts, and code that runs", async () => {
    await run(process.execPath, [resolve("node_modules/typescript/bin/tsc"), "-p", folder]);
    const { stdout } = await run(process.execPath, [join(folder, "consumer.js")]);
    assert.equal(stdout.trim(), "0 https://m1.example/os/a.img");
  });

  test("holds all that package.json names, and builds it before it is packed", async () => {
    const { exports, bin, scripts } = JSON.parse(await readFile("package.json", "utf8")) as PackageFile;
    const named = [
      ...Object.values(exports).flatMap((target) => (typeof target === "string" ? [target] : Object.values(target))),
      ...Object.values(bin),
      "dist/types/pool.d.ts",
    ];
    for (const path of named) assert.ok(files.includes(path.replace(/^\.\//, "")), path);
    assert.match(scripts["prepack"] ?? "", /\bbuild\b/);
  });

  test("gives every export by its name, and a program that runs", async () => {
    const names = ["fairmirror/script", "fairmirror/mirrors.schema.json", "fairmirror/package.json"];
    const words = names.map((name) => `import.meta.resolve("${name}")`).join("+' '+");
    const code = ["--input-type=module", "--eval", `console.log(${words})`];
    const { stdout } = await run(process.execPath, code, { cwd: folder });
    for (const url of stdout.trim().split(" ")) await readFile(new URL(url));
    const program = await run(join(folder, "node_modules/.bin/fairmirror"), ["--help"], { cwd: folder });
    assert.match(program.stdout, /validate/);
  });

  test("needs no eval: neither built file names it", async () => {
    for (const file of ["dist/fairmirror.js", "dist/fairmirror.mjs"])
      assert.doesNotMatch(await readFile(file, "utf8"), /\beval\b|new Function/);
  });
});
