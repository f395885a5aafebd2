import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { suite, test } from "node:test";
import { runProgram } from "./run-program.ts";
import { makeSampleFolder } from "./sample-pool.ts";

suite("the program", () => {
  test("tells its version wherever it stands", async (context) => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    const cwd = await makeSampleFolder(context);
    assert.deepEqual(await runProgram(["--version"], { cwd }), { code: 0, stdout: `${version}\n`, stderr: "" });
  });

  test("calls a folder without a name wrong usage", async () => {
    const { code, stderr } = await runProgram(["validate", "--mirrors", ""]);
    assert.equal(code, 2);
    assert.match(stderr, /name a folder, or leave it out/);
  });

  test("takes an empty FAIRMIRROR_MIRRORS for none", async (context) => {
    const cwd = await makeSampleFolder(context);
    const { code, stderr } = await runProgram(
      ["order", "https://dl.example/os/1.0/os.img", "--fallback-prefix", "https://dl.example/"],
      {
        cwd,
        env: { FAIRMIRROR_MIRRORS: "" },
      },
    );
    assert.equal(code, 0, stderr);
  });
});
