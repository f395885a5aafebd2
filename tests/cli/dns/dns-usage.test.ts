import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { runProgram } from "../run-program.ts";
import { makeDnsFolder } from "./sample-folder.ts";

suite("fairmirror dns, used wrongly", () => {
  test("calls options that do not go together wrong usage, and names the cure", async (context) => {
    const cwd = await makeDnsFolder(context);
    for (const [words, message] of [
      [["--write"], /"--write" needs a file: add "--output FILE"/],
      [["--push"], /"--push" needs the key .*add "--key FILE"/],
      [["--key", "k"], /"--key" goes with "--push" only/],
      [["--push", "--key", "k", "--output", "f"], /leave out "--output"/],
      [["--push", "--key", "k", "--format", "zone"], /leave out "--format"/],
      [["--format", "bind"], /Allowed choices are zone/],
      [["--timeout", "0"], /write seconds above 0/],
    ] as const) {
      const { code, stderr } = await runProgram(["dns", ...words], { cwd });
      assert.equal(code, 2);
      assert.match(stderr, message);
    }
  });
});
