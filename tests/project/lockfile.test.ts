import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { posix } from "node:path";
import { suite, test } from "node:test";

interface LockEntry {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const LOCK_FILE = new URL("../../package-lock.json", import.meta.url);
const { packages } = JSON.parse(await readFile(LOCK_FILE, "utf8")) as { packages: Readonly<Record<string, LockEntry>> };
const entries = Object.entries(packages);
const installed = entries.filter(([path]) => path !== "");

/** Finds the package that Node would take: below the one that needs it, beside it, then outwards. */
function findPlace(path: string, name: string): string | undefined {
  const place = posix.join(path, "node_modules", name);
  if (place in packages) return place;
  return path === "" ? undefined : findPlace(path.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, ""), name);
}

suite("package-lock.json", () => {
  test("holds every optional dependency, for every system", () => {
    const edges = entries.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).map((name) => ({ path, name })),
    );
    const missing = edges.filter(({ path, name }) => findPlace(path, name) === undefined);
    assert.ok(edges.length > 0);
    assert.deepEqual(missing, [], "npm ci fails elsewhere; take a version whose parts the registry has all of");
  });

  test("holds a checksum of every package", () => {
    const unchecked = installed.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path);
    assert.ok(installed.length > 0);
    assert.deepEqual(unchecked, [], "without integrity npm takes what it gets; install these anew");
  });

  test("names no registry", () => {
    const bound = installed.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path);
    assert.deepEqual(bound, [], "write the lock with npm install --omit-lockfile-registry-resolved");
  });
});
