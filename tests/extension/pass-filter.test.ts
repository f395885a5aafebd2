import assert from "node:assert/strict";
import { mock, suite, test } from "node:test";
import { type PassEnd, passFilter } from "../../src/extension/heal/pass-filter.ts";
import type { StreamFilter } from "../../src/extension/heal/stream-filter.ts";
import { digestNow, makeSampleFile } from "../verify/download/sample-file.ts";

const PIECE = 1000;
const sample = makeSampleFile(60 * PIECE, PIECE);

/** A filter as Firefox's is, which notes what is done to it, and throws where that one does. */
function makeFilter() {
  const done: string[] = [];
  const written: Uint8Array[] = [];
  let isHeld = false;
  const turn = (name: string, next: boolean) => (): void => {
    if (isHeld === next) throw new Error(`${name} twice`);
    isHeld = next;
    done.push(name);
  };
  const filter: StreamFilter = {
    ...{ ondata: null, onstop: null, onerror: null },
    get status() {
      return isHeld ? "suspended" : "transferringdata";
    },
    write: (bytes) => {
      if (isHeld) throw new Error("suspended");
      written.push(bytes.slice());
    },
    ...{ suspend: turn("suspend", true), resume: turn("resume", false), close: () => void done.push("close") },
  };
  const send = (from: number, to: number): void => {
    const { buffer } = sample.bytes.slice(from * PIECE, to * PIECE);
    filter.ondata?.({ data: buffer });
  };
  return { filter, send, done, written };
}

function pass(filter: StreamFilter): Promise<PassEnd> {
  const healing: Parameters<typeof passFilter>[1] = {
    ...{ list: sample.list, digest: digestNow, onPiece: () => undefined, onBad: () => undefined },
    fetchPieces: ({ first, end }) =>
      Promise.resolve(
        Array.from({ length: end - first }, (_, at) =>
          sample.bytes.slice((first + at) * PIECE, (first + at + 1) * PIECE),
        ),
      ),
  };
  return passFilter(filter, healing, 24 * PIECE);
}

suite("a filter whose stream is healed", () => {
  test("stays open when all has passed: closing it is its owner's", async () => {
    const { filter, send, done, written } = makeFilter();
    const passed = pass(filter);
    send(0, 20);
    send(20, 60);
    filter.onstop?.();
    assert.equal(await passed, "whole");
    assert.deepEqual(Buffer.concat(written), Buffer.from(sample.bytes));
    assert.ok(!done.includes("close"));
  });

  test("is held up while many pieces wait, and goes on when few do", async () => {
    const { filter, send, done } = makeFilter();
    const passed = pass(filter);
    send(0, 30);
    assert.deepEqual(done, ["suspend"]);
    while (done.at(-1) !== "resume") await new Promise((resolve) => setImmediate(resolve));
    send(30, 60);
    filter.onstop?.();
    assert.equal(await passed, "whole");
  });

  test("is left when nothing comes for ten seconds, and the rest is fetched elsewhere", async () => {
    mock.timers.enable({ apis: ["setTimeout"] });
    try {
      const { filter, send, written } = makeFilter();
      const passed = pass(filter);
      mock.timers.tick(9000);
      send(0, 5);
      mock.timers.tick(9000);
      assert.equal(written.length, 0);
      mock.timers.tick(1000);
      assert.equal(await passed, "whole");
      assert.deepEqual(Buffer.concat(written), Buffer.from(sample.bytes));
    } finally {
      mock.timers.reset();
    }
  });

  test("has not passed when the browser's user cancels", async () => {
    const { filter, send } = makeFilter();
    const passed = pass(filter);
    send(0, 5);
    filter.onerror?.();
    assert.equal(await passed, "interrupted");
  });
});
