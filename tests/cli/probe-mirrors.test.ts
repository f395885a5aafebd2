import assert from "node:assert/strict";
import { networkInterfaces } from "node:os";
import { after, before, suite, test } from "node:test";
import type { Finding } from "../../src/ops/verdict.ts";
import { startProbeMirror, type ProbeMirror } from "../servers/probe-mirror.ts";
import { PROBE_PATH } from "../servers/probe-release.ts";
import { makeProbeFolder, readFound, runProbe } from "./run-probe.ts";

/** What a mirror does, what is found, and why. */
const CASES: readonly (readonly [way: string, verdict: Finding["verdict"], reason: RegExp])[] = [
  ["good", "up", /^carries the release$/],
  ["moved", "up", /^carries the release$/],
  ["no-head", "up", /^carries the release$/],
  ["no-ranges", "up", /; sends no ranges/],
  ["missing", "outdated", /^answers 404 for os\/1\.0\/image\.img$/],
  ["older", "outdated", /^has os\/1\.0\/image\.img with 1000 bytes, the release has 197842$/],
  ["forbidden", "down", /^answers 403 for os\/1\.0\/image\.img$/],
  ["hangs", "down", /^gives no answer within 6 s \(first byte\)$/],
  ["slow-head", "down", /^gives no answer within 6 s \(first byte\)$/],
  ["drops", "down", /^closes the connection before it answers$/],
  ["closes-in-the-middle", "down", /^breaks off after 500 of \d+ bytes of piece \d of os/],
  ["one-byte-a-second", "down", /^sends too slowly: \d+ of \d+ bytes within 6 s, piece \d of os/],
  ["gibberish", "down", /^does not answer in HTTP/],
  ["circle", "down", /^redirects in a circle over https:/],
  ["endless", "down", /^redirects more than 5 times/],
  ["to-nowhere", "down", /^redirects without an address/],
  ["to-http", "wrong", /^redirects to http:\/\/elsewhere\.example\/image\.img, which leaves https$/],
  ["to-onion", "wrong", /^redirects to https:\/\/somewhere\.onion/],
  ["spoiled", "wrong", /^sends other bytes than the release has for piece \d of os/],
  ["text", "wrong", /^sends os\/1\.0\/image\.img as text\/plain/],
  ["page", "wrong", /^answers with a web page \(text\/html\)/],
  ["gzip", "wrong", /"Content-Encoding: gzip"/],
  ["says-less", "wrong", /^(says 197842 bytes of os\S+ to HEAD, but 197841 to GET|answers 416)/],
  ["other-range", "wrong", /^(sends bytes 0-9 when asked for)/],
  ["no-content-range", "wrong", /^answers 206 without a "Content-Range"/],
  ["announces-2-gib", "wrong", /^announces 2147483648 bytes when asked for \d+ of/],
  ["sends-2-gib", "wrong", /^sends more than the \d+ bytes of piece \d of/],
];

const HAS_IPV6 = Object.values(networkInterfaces()).some((list) => list?.some(({ address }) => address === "::1"));

let mirror: ProbeMirror;

before(async () => {
  mirror = await startProbeMirror();
});

after(() => mirror.close());

suite("probe finds a mirror", () => {
  test("that does one thing or another", async (context) => {
    const prefixes = CASES.map(([way]) => mirror.prefix(way));
    const folder = await makeProbeFolder(context, mirror, { prefixes });
    const result = await runProbe(folder, mirror, ["--json", "--timeout", "6"]);
    assert.equal(result.code, 1, result.stderr);
    const findings = readFound(result);
    for (const [index, [way, verdict, reason]] of CASES.entries())
      await context.test(`${verdict}: ${way}`, () => {
        const found = findings[index];
        assert.ok(found);
        assert.match(found.reason, reason);
        assert.equal(found.verdict, verdict);
        assert.deepEqual(found.lacks, verdict === "outdated" ? [PROBE_PATH] : []);
      });
    await context.test("and cuts those who send 2 GiB for a piece", () => {
      assert.ok(mirror.bytesSent() < 64 * 2 ** 20, `${mirror.bytesSent()} bytes were sent`);
    });
  });

  test("whose certificate is over, or for another name, or trusted by nobody", async (context) => {
    const prefixes = [mirror.prefix("good", "expired.example"), mirror.prefix("good", "stranger.example")];
    const folder = await makeProbeFolder(context, mirror, { prefixes });
    const [expired, stranger] = readFound(await runProbe(folder, mirror, ["--json"]));
    assert.equal(expired?.reason, "certificate expired 3 days ago");
    assert.equal(expired.certificate_days, -3);
    assert.equal(stranger?.reason, "certificate is for other.example, not for stranger.example");
    assert.deepEqual([expired.verdict, stranger.verdict], ["down", "down"]);
    const other = await makeProbeFolder(context, { ca: "" }, { prefixes: [mirror.prefix("good")] });
    const [unknown] = readFound(await runProbe(other, mirror, ["--json"]));
    assert.equal(unknown?.reason, "certificate is signed by nobody but itself");
  });

  test("whose name leads nowhere, that refuses, or that Tor alone reaches", async (context) => {
    const prefixes = ["https://gone.example/", "https://closed.example:1/", "http://abcdef.onion/os/"];
    const folder = await makeProbeFolder(context, mirror, { prefixes });
    const words = ["--json", "--resolve", "gone.example:443:", "--resolve", "closed.example:1:127.0.0.1"];
    const result = await runProbe(folder, mirror, words);
    assert.deepEqual(
      readFound(result).map(({ verdict, reason }) => [verdict, reason]),
      [
        ["down", "does not resolve: gone.example has no address"],
        ["down", "refuses connections"],
        ["unasked", "not probed: an .onion name needs Tor, which this program does not speak"],
      ],
    );
  });

  test("that is alive at one of its addresses, and says where it is not", async (context) => {
    const prefixes = ["two", "six"].map((host) => mirror.prefix("good", `${host}.m.example`));
    const folder = await makeProbeFolder(context, mirror, { prefixes });
    const port = mirror.httpsPort;
    const names = [`two.m.example:${port}:127.0.0.1,127.0.0.2`, `six.m.example:${port}:127.0.0.1,::1`];
    const words = names.flatMap((name) => ["--resolve", name]);
    const result = await runProbe(folder, mirror, ["--json", ...words]);
    const [two, six] = readFound(result);
    assert.equal(result.code, 0);
    assert.equal(two?.reason, "carries the release; over IPv4 (127.0.0.2) refuses connections");
    assert.equal(two.ipv4, true);
    assert.equal(six?.verdict, "up");
    if (!HAS_IPV6) return;
    assert.equal(six.reason, "carries the release; over IPv6 (::1) refuses connections");
    assert.deepEqual([six.ipv4, six.ipv6], [true, false]);
  });

  test("that takes longer than a mirror may as a whole", async (context) => {
    const folder = await makeProbeFolder(context, mirror, { prefixes: [mirror.prefix("hangs")] });
    const [found] = readFound(await runProbe(folder, mirror, ["--json", "--timeout", "600", "--mirror-timeout", "2"]));
    assert.deepEqual([found?.verdict, found?.reason], ["down", "does not finish within 2 s"]);
  });

  test("and tells its facts", async (context) => {
    const prefixes = ["cors", "good", "no-ranges"].map((way) => mirror.prefix(way));
    const folder = await makeProbeFolder(context, mirror, { prefixes });
    const result = await runProbe(folder, mirror, ["--json", "--speed"]);
    const [cors, good, plain] = readFound(result);
    assert.deepEqual([cors?.cors, cors?.ranges, cors?.certificate_days], [true, true, 20]);
    assert.deepEqual([good?.cors, good?.ranges, good?.ipv4, good?.ipv6], [false, true, true, undefined]);
    assert.equal(plain?.ranges, false);
    for (const found of [cors, good, plain]) {
      assert.ok((found?.bytes_per_second ?? 0) > 0);
      assert.ok((found?.latency_ms ?? -1) >= 0);
    }
  });

  test("over plain http on this machine, where --dev says so", async (context) => {
    const prefixes = [`http://127.0.0.1:${mirror.httpPort}/good/`];
    const folder = await makeProbeFolder(context, mirror, { prefixes });
    const refused = await runProbe(folder, mirror, []);
    assert.equal(refused.code, 1);
    assert.match(refused.stderr, /\/mirrors\/0\/url_prefix: must have a host that everyone reaches/);
    const [found] = readFound(await runProbe(folder, mirror, ["--json", "--dev"]));
    assert.equal(found?.verdict, "up");
  });

  test("by the same pieces when the seed is the same", async (context) => {
    const folder = await makeProbeFolder(context, mirror, { prefixes: [mirror.prefix("spoiled")] });
    const ask = (seed: string) => runProbe(folder, mirror, ["--json", "--seed", seed]);
    const [one, again] = await Promise.all([ask("a"), ask("a")]);
    assert.equal(readFound(one)[0]?.reason, readFound(again)[0]?.reason);
  });
});
