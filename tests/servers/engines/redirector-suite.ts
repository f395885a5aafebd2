import assert from "node:assert/strict";
import { suite, test, type TestContext } from "node:test";
import { REDIRECT_FORMATS } from "../../../src/ops/redirect/formats.ts";
import type { DrawKey } from "../../../src/ops/redirect/redirect-pool.ts";
import { runProgram } from "../../cli/run-program.ts";
import { makeSampleFolder, SAMPLE_POOL, sampleStatus } from "../../cli/sample-pool.ts";
import { openRedirectClient } from "./ask-target.ts";
import { assertShares, type Counts, queryShares } from "./query-shares.ts";
import { REDIRECT_VECTORS } from "./redirect-vectors.ts";
import { testHostilePools } from "./redirector-fuzz.ts";
import { testPaths } from "./redirector-paths.ts";
import type { RedirectorKind } from "./redirector-kinds.ts";
import { checkRendered, startRedirector } from "./start-redirector.ts";

/** Renders by the program, as a process of its own, what a maintainers' folder comes to. */
async function renderFolder(
  context: TestContext,
  kind: RedirectorKind,
  files: object,
  key: DrawKey = "request",
): Promise<string> {
  const pool = { ...SAMPLE_POOL, fallback_prefix: REDIRECT_VECTORS.fallback_prefix };
  const cwd = await makeSampleFolder(context, { "mirrors.json": pool, ...files });
  const { code, stdout, stderr } = await runProgram(["redirect", "--format", kind.format, "--key", key], { cwd });
  assert.equal(code, 0, stderr);
  return stdout;
}

/** Asks a fresh server many times for a path, and counts the mirrors. */
async function countMirrors(kind: RedirectorKind, rendered: string, ask: AskOptions): Promise<Counts> {
  const server = await startRedirector(kind, rendered);
  const client = openRedirectClient(server.port);
  try {
    const askOnce = async (index: number): Promise<string> => {
      const location = await client.askLocation(`/project/${ask.path}`, ask.userAgent?.(index));
      assert.ok(location.endsWith(ask.path), location);
      return location.slice(0, location.length - ask.path.length);
    };
    return await queryShares(ask.times, askOnce, { concurrency: 8 });
  } finally {
    client.close();
    await server.stop();
  }
}

interface AskOptions {
  readonly path: string;
  readonly times: number;
  readonly userAgent?: (index: number) => string;
}

function sampleFindings(...mirrors: readonly object[]): object {
  return { "status.json": { version: 1, probed: "2026-11-21T04:00:00Z", mirrors } };
}

const FOUR = {
  "https://m1.example/os/": 30,
  "https://m2.example/": 20,
  "https://m3.example/": 10,
  "https://m4.example/": 0,
};

function testShares(kind: RedirectorKind): void {
  const os = { path: "1.0/os.img", times: 2_000 };

  test("shares follow the weights, and weight 0 is never led to", async (context) => {
    assertShares(await countMirrors(kind, await renderFolder(context, kind, {}), os), FOUR);
  });

  test("a mirror that is found down disappears", async (context) => {
    const down = sampleFindings(sampleStatus("https://m2.example/", "down"));
    const counts = await countMirrors(kind, await renderFolder(context, kind, down), os);
    assertShares(counts, { ...FOUR, "https://m2.example/": 0 });
  });

  test("a path that a mirror lacks is sought on the others, other paths on all", async (context) => {
    const lacking = sampleFindings(sampleStatus("https://m1.example/os/", "outdated", { lacks: ["os/1.0/os.img"] }));
    const rendered = await renderFolder(context, kind, lacking);
    const lacked = await countMirrors(kind, rendered, { ...os, path: "os/1.0/os.img" });
    assertShares(lacked, { ...FOUR, "https://m1.example/os/": 0 });
    assertShares(await countMirrors(kind, rendered, { ...os, path: "os/1.0/os.iso" }), FOUR);
  });
}

function testClientKey(kind: RedirectorKind): void {
  test("by client, the same one stays and many share by weight", async (context) => {
    const rendered = await renderFolder(context, kind, {}, "client");
    const alone = await countMirrors(kind, rendered, { path: "os.img", times: 100 });
    assert.equal(Object.keys(alone).length, 1);
    const many = { path: "os.img", times: 2_000, userAgent: (index: number) => `browser ${index}` };
    assertShares(await countMirrors(kind, rendered, many), FOUR);
  });
}

/** Registers what every web server must do with its configuration. */
export function testRedirector(kind: RedirectorKind): void {
  const { keys } = REDIRECT_FORMATS[kind.format];
  suite(`redirects by ${kind.format}`, { skip: kind.find().skip }, () => {
    test("are accepted by its own checker", async (context) => {
      for (const key of keys) {
        const { code, output } = await checkRendered(kind, await renderFolder(context, kind, {}, key));
        assert.equal(code, 0, output);
      }
    });
    testHostilePools(kind);
    suite("paths", () => testPaths(kind));
    suite("shares", () => {
      testShares(kind);
      if ((keys as readonly DrawKey[]).includes("client")) testClientKey(kind);
    });
  });
}
