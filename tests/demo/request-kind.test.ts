import assert from "node:assert/strict";
import { test } from "node:test";
import { ASK_AGAIN_MS, createRequestJudge } from "../../src/demo/request-kind.ts";

const CLICK = { "user-agent": "Browser", "sec-fetch-mode": "navigate", "sec-fetch-user": "?1" };

function startJudge() {
  let time = 0;
  const pass = (ms: number) => {
    time += ms;
  };
  return { pass, ...createRequestJudge(() => time) };
}

test("a click begins a download, and so does every other one", () => {
  const { judge } = startJudge();
  assert.deepEqual([judge(CLICK), judge(CLICK), judge({})], ["hit", "hit", "hit"]);
});

test("a simulated visitor whom another mirror had failed is a retry", () => {
  assert.equal(startJudge().judge({ "x-demo-visitor": "7", "x-demo-retry": "1" }), "retry");
});

test("a browser that asks again after a cut connection begins nothing, however often", () => {
  const { judge, noteCut, pass } = startJudge();
  const kinds = Array.from({ length: 10 }, () => {
    const kind = judge(CLICK);
    noteCut(CLICK);
    pass(5);
    return kind;
  });
  assert.deepEqual(kinds, ["hit", ...Array.from({ length: 9 }, () => "again")]);
});

test("a later click on a mirror that is down counts", () => {
  const { judge, noteCut, pass } = startJudge();
  noteCut(CLICK);
  pass(ASK_AGAIN_MS);
  assert.equal(judge(CLICK), "hit");
});

test("one visitor's cut connection says nothing of another's request", () => {
  const { judge, noteCut } = startJudge();
  noteCut({ "x-demo-visitor": "1" });
  assert.deepEqual([judge({ "x-demo-visitor": "2" }), judge(CLICK)], ["hit", "hit"]);
});

test("the page of a failed navigation that Chromium loads anew begins nothing", () => {
  assert.equal(startJudge().judge({ "user-agent": "Browser", "sec-fetch-mode": "navigate" }), "again");
});

for (const [range, kind] of [
  ["bytes=0-", "hit"],
  ["bytes=0-1023", "hit"],
  ["bytes=1000-", "again"],
  ["bytes=010-", "again"],
] as const) {
  test(`${range} is ${kind === "hit" ? "the beginning of a download" : "the rest of one"}`, () => {
    assert.equal(startJudge().judge({ ...CLICK, range }), kind);
  });
}
