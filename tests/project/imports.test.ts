import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { posix } from "node:path";
import { suite, test } from "node:test";
import { listImports, type Import } from "./list-imports.ts";

/** The rooms that each room may import from, beside itself; rooms that are not named here may import from all of them. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  core: [],
  verify: ["core"],
  balance: ["core"],
  ops: ["core", "verify", "balance"],
  browser: ["core", "verify", "balance"],
  extension: ["core", "verify"],
};

const CHECKER = /^ajv(\/|$)/;
const NO_CHECKER = ["core", "verify", "balance", "browser", "extension"];

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((file) => posix.join("src", file.replaceAll("\\", "/")))
  .filter((file) => file.endsWith(".ts"));
const imports = files.flatMap((file) => listImports(file));

function findRoom(file: string): string | undefined {
  return /^src\/([^/]+)\//.exec(file)?.[1];
}

function isWrongWay({ from, to }: Import): boolean {
  const [room = "", target] = [findRoom(from), findRoom(to)];
  return target !== undefined && target !== room && ALLOWED[room]?.includes(target) === false;
}

/** The packages and parts of the platform that the core would drag into every page. */
function isOutsideCore({ from, to }: Import): boolean {
  return findRoom(from) === "core" && findRoom(to) !== "core";
}

function isForbidden({ from, to }: Import): boolean {
  const isData = to.startsWith("mirrors/") && to.endsWith(".json");
  return isData || to.startsWith("tests/") || (CHECKER.test(to) && NO_CHECKER.includes(findRoom(from) ?? ""));
}

/** Finds a way from a file back to itself, not through the files that are known to be on none. */
function findCycle(file: string, way: readonly string[], cleared: Set<string>): readonly string[] | undefined {
  if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
  if (cleared.has(file)) return undefined;
  for (const { to } of imports.filter(({ from }) => from === file)) {
    const cycle = findCycle(to, [...way, file], cleared);
    if (cycle) return cycle;
  }
  cleared.add(file);
  return undefined;
}

suite("imports in src", () => {
  test("are read from the syntax, wherever they stand", () => {
    const text = `import a from "./a.ts"; export * from "../b.ts"; type C = import("ajv").C; void import("node:d"); "./e.ts";`;
    assert.deepEqual(
      listImports("src/ops/x.ts", text).map(({ to }) => to),
      ["src/ops/a.ts", "src/b.ts", "ajv", "node:d"],
    );
  });

  test("run one way between the rooms", () => {
    assert.ok(imports.length > 0);
    assert.deepEqual(imports.filter(isWrongWay), []);
  });

  test("leave the core alone with itself", () => {
    assert.deepEqual(imports.filter(isOutsideCore), []);
  });

  test("bring neither tests, the pool's data nor ajv where they do not belong", () => {
    assert.deepEqual(imports.filter(isForbidden), []);
  });

  test("make no circle", () => {
    const cleared = new Set<string>();
    assert.deepEqual(
      files.map((file) => findCycle(file, [], cleared)).filter((cycle) => cycle !== undefined),
      [],
    );
  });
});
