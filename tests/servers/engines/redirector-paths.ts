import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { planRedirects } from "../../../src/ops/redirect/plan-redirects.ts";
import { REDIRECT_FORMATS } from "../../../src/ops/redirect/formats.ts";
import { type Answer, askTarget } from "./ask-target.ts";
import { REDIRECT_VECTORS } from "./redirect-vectors.ts";
import type { RedirectorKind } from "./redirector-kinds.ts";
import { type Redirector, startRedirector } from "./start-redirector.ts";

const ONLY = "https://m1.example/pub/%7Eproject/";

/** The one mirror that paths are led to, where it does not matter which. */
function renderOnly(kind: RedirectorKind): string {
  const plan = planRedirects(
    {
      fallback_prefix: REDIRECT_VECTORS.fallback_prefix,
      mirrors: [{ url_prefix: ONLY, weight: 1 }],
    },
    {},
  );
  assert.ok("pool" in plan);
  return REDIRECT_FORMATS[kind.format].render(plan.pool, "request").text;
}

/** What a refusal, or an answer to an odd request, must never do: lead elsewhere than below the mirror's prefix. */
function assertHarmless({ status, headers }: Answer): void {
  const locations = headers["location"] ?? [];
  assert.ok(locations.length <= 1, "there is one Location at most");
  for (const location of locations) {
    assert.ok(location.startsWith(ONLY), location);
    assert.ok(new URL(location).href.startsWith(ONLY), location);
  }
  assert.equal(status === 302, locations.length === 1);
  assert.equal(headers["set-cookie"], undefined);
}

/** Registers what every web server must do with the path of a request. */
export function testPaths(kind: RedirectorKind): void {
  let server: Redirector;
  before(async () => {
    server = await startRedirector(kind, renderOnly(kind));
  });
  after(() => server.stop());

  for (const { name, target, path } of REDIRECT_VECTORS.led_on) {
    test(`passes on as it was sent: ${name}`, async () => {
      for (const method of ["GET", "HEAD"]) {
        const { status, headers } = await askTarget(server.port, target, { method });
        assert.deepEqual([status, headers["location"]], [302, [ONLY + path]]);
        assert.deepEqual(headers["cache-control"], ["no-store"]);
      }
    });
  }

  for (const { name, target } of REDIRECT_VECTORS.refused) {
    test(`does not lead on: ${name}`, async () => {
      const { status, headers } = await askTarget(server.port, target);
      assert.ok([400, 404].includes(status), String(status));
      assert.equal(headers["location"], undefined);
    });
  }

  for (const { name, target } of REDIRECT_VECTORS.harmless) {
    test(`leads nowhere else: ${name}`, async () => {
      assertHarmless(await askTarget(server.port, target));
    });
  }

  test("leads nowhere else for a forged host, or headers that a request brings along", async () => {
    const forged = { "X-Forwarded-Host": "other.example", Forwarded: "host=other.example", "X-Original-URL": "/x" };
    for (const Host of ["other.example", "dl.example@other.example", "dl.example:80", ""]) {
      assertHarmless(await askTarget(server.port, "/project/os.img", { headers: { Host, ...forged } }));
    }
  });

  test("redirects nothing but GET and HEAD, and says so", async () => {
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "PROPFIND"]) {
      const headers = { "Content-Length": "0" };
      const { status, headers: got } = await askTarget(server.port, "/project/os.img", { method, headers });
      // Apache adds an empty list to it.
      const allowed = got["allow"]?.filter((methods) => methods !== "");
      assert.deepEqual([status, allowed, got["location"]], [405, ["GET, HEAD"], undefined]);
    }
  });
}
