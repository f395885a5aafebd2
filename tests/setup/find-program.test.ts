import assert from "node:assert/strict";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { suite, test } from "node:test";
import { findProgram } from "./find-program.ts";

suite("findProgram", () => {
  test("passes over folders that cannot be looked into, and files that cannot be run", async (context) => {
    const folder = await mkdtemp(join(tmpdir(), "fairmirror-path-"));
    context.after(() => rm(folder, { recursive: true }));
    const program = join(folder, "engine-of-a-test");
    await writeFile(program, "#!/bin/sh\n");
    const path = ["/no/such/folder", "x".repeat(5_000), folder].join(delimiter);
    assert.equal(findProgram("engine-of-a-test", path), undefined);
    await chmod(program, 0o755);
    assert.equal(findProgram("engine-of-a-test", path), program);
  });
});
