import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { findAnswerFault, findRangeFault, findSizeFault } from "../../src/ops/probe-answer.ts";
import { readRedirect } from "../../src/ops/probe-redirect.ts";

const FILE = { path: "os/image.img", size: 1000 };

function faultOf(headers: Record<string, string>, { status = 200, path = FILE.path } = {}): string | undefined {
  return findAnswerFault({ status, headers }, { ...FILE, path })?.code;
}

suite("an answer", () => {
  test("is right with a type that is saved, or none", () => {
    assert.equal(faultOf({ "content-type": "application/octet-stream" }), undefined);
    assert.equal(faultOf({}), undefined);
    assert.equal(faultOf({ "content-type": "text/plain", "content-disposition": "attachment" }), undefined);
  });

  test("may be text where the file is one", () => {
    assert.equal(faultOf({ "content-type": "text/plain" }, { path: "os/SHA256SUMS" }), undefined);
    assert.equal(faultOf({ "content-type": "text/plain" }, { path: "os/image.img.sig" }), undefined);
    assert.equal(faultOf({ "content-type": "TEXT/Plain" }), "text-type");
  });

  test("is wrong with an encoding, told after the status", () => {
    assert.equal(faultOf({ "content-encoding": "gzip" }), "encoded");
    assert.equal(faultOf({ "content-encoding": "identity" }), undefined);
    assert.equal(faultOf({ "content-encoding": "gzip" }, { status: 404 }), "missing");
    assert.equal(faultOf({}, { status: 503 }), "bad-status");
  });

  test("has another version when both methods agree on another size, and lies when they do not", () => {
    assert.equal(findSizeFault(FILE, 1000, 1000), undefined);
    assert.equal(findSizeFault(FILE, undefined, undefined), undefined);
    assert.equal(findSizeFault(FILE, 900, 900)?.code, "other-size");
    assert.equal(findSizeFault(FILE, undefined, 900)?.code, "other-size");
    assert.equal(findSizeFault(FILE, 1000, 900)?.code, "false-length");
  });

  const RANGES: readonly (readonly [Record<string, string>, string | undefined])[] = [
    [{ "content-range": "bytes 10-19/1000", "content-length": "10" }, undefined],
    [{ "content-range": "bytes 10-19/*" }, undefined],
    [{}, "false-range"],
    [{ "content-range": "bytes 10-19" }, "false-range"],
    [{ "content-range": "bytes 0-9/1000" }, "false-range"],
    [{ "content-range": "bytes 10-19/1000", "content-length": "2147483648" }, "too-much"],
    [{ "content-range": "bytes 10-19/1000", "content-length": "9" }, "false-length"],
  ];
  for (const [headers, code] of RANGES)
    test(`to a range is ${code ?? "right"} with ${JSON.stringify(headers)}`, () => {
      assert.equal(findRangeFault({ status: 206, headers }, FILE, { start: 10, end: 20 })?.code, code);
    });
});

suite("a redirect", () => {
  const read = (location: string | undefined, from = "https://m.example/a", seen = [from]) => {
    const read = readRedirect({ from: new URL(from), location, seen });
    return read instanceof URL ? read.href : read.code;
  };

  test("is followed to https, relative or absolute", () => {
    assert.equal(read("/b#c"), "https://m.example/b");
    assert.equal(read("//n.example/b"), "https://n.example/b");
    assert.equal(read("/b", "http://127.0.0.1/a"), "http://127.0.0.1/b");
  });

  test("is refused when it leaves https, or leads in a circle or nowhere", () => {
    assert.equal(read("http://m.example/b"), "redirect-unsafe");
    assert.equal(read("ftp://m.example/b"), "redirect-unsafe");
    assert.equal(read("https://a.onion/"), "redirect-unsafe");
    assert.equal(read("/a"), "redirect-circle");
    assert.equal(read("/z", "https://m.example/a", ["1", "2", "3", "4", "5", "6"]), "redirect-circle");
    assert.equal(read(undefined), "bad-http");
    assert.equal(read("https://"), "bad-http");
  });
});
