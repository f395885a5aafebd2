import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { suite, test } from "node:test";
import fc from "fast-check";
import { readCombined } from "../../../src/ops/logs/combined-line.ts";
import { countHash, createCount, estimateCount } from "../../../src/ops/logs/distinct-count.ts";
import { hashBytes } from "../../../src/ops/logs/hash-bytes.ts";
import { readJsonLine } from "../../../src/ops/logs/json-line.ts";
import { createLogReader } from "../../../src/ops/logs/log-reader.ts";
import { readLogLoads } from "../../../src/ops/logs/log-loads.ts";
import { countEntry, createWindows, readWindow } from "../../../src/ops/logs/log-windows.ts";

interface LineVector {
  readonly name: string;
  readonly line: string;
  readonly kind: string;
  readonly time?: string;
  readonly bytes?: number;
}

const LINES = JSON.parse(
  readFileSync(new URL("../../vectors/log-lines.json", import.meta.url), "utf8"),
) as readonly LineVector[];

const KEY = 20_261_128;
const HOUR = 3_600_000;
const START = Date.parse("2026-11-28T04:00:00Z");

function lineOf(address: string, time = "28/Nov/2026:04:30:00", bytes = 1): string {
  return `${address} - - [${time} +0000] "GET /os.img HTTP/1.1" 200 ${bytes} "-" "curl/8.5"\n`;
}

function readAll(chunks: readonly Uint8Array[]): { clients: number; bytes: number; lines: number; torn: number } {
  const [log, tally] = [createWindows(HOUR), { lines: 0, torn: 0 }];
  const take = createLogReader(log, tally, KEY);
  for (const chunk of chunks) take(chunk);
  const { clients, bytes } = readWindow(log, START / HOUR);
  return { clients, bytes, ...tally };
}

suite("a line of an access log", () => {
  for (const { name, line, kind, time, bytes } of LINES)
    test(`is ${kind}: ${name}`, () => {
      const entry = { client: 0, time: 0, bytes: 0 };
      // What stands around it in a log must not be taken for a part of it.
      const text = Buffer.from(`"x" [\n${line}\n${lineOf("198.51.100.1")}`);
      const read = line.startsWith("{") ? readJsonLine(KEY) : readCombined(KEY);
      assert.equal(read(text, 6, 6 + Buffer.byteLength(line), entry), kind);
      if (time !== undefined) assert.deepEqual([new Date(entry.time).toISOString(), entry.bytes], [time, bytes]);
    });
});

suite("a count of distinct things", () => {
  for (const count of [0, 1, 50, 1000, 10_000, 200_000])
    test(`of ${count} is right to 5 %, and keeps no more than 4 KiB`, () => {
      const registers = createCount();
      for (let round = 0; round < 2; round++)
        for (let index = 0; index < count; index++) {
          const address = Buffer.from(`10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`);
          countHash(registers, hashBytes(address, 0, address.length, KEY));
        }
      assert.ok(Math.abs(estimateCount(registers) - count) <= count * 0.05);
      assert.equal(registers.byteLength, 4096);
    });
});

suite("reading a log", () => {
  const text = Buffer.from(Array.from({ length: 300 }, (_, index) => lineOf(`192.0.2.${index % 100}`)).join(""));
  const whole = readAll([text]);

  test("counts distinct clients, and bytes", () => {
    assert.deepEqual([whole.bytes, whole.lines, whole.torn], [300, 300, 0]);
    assert.ok(Math.abs(whole.clients - 100) <= 3);
  });

  test("gives the same however the log is cut into chunks", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: text.length }), { maxLength: 20 }), (cuts) => {
        const places = [0, ...cuts.sort((one, other) => one - other), text.length];
        const chunks = places.slice(1).map((end, index) => text.subarray(places[index], end));
        assert.deepEqual(readAll(chunks), whole);
      }),
      { seed: 6 },
    );
  });

  test("leaves out a last line that is being written", () => {
    assert.deepEqual(readAll([text, Buffer.from('192.0.2.200 - - [28/Nov/2026:04:30:00 +0000] "GE')]), whole);
  });

  test("survives any bytes, and goes on behind them", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        const { bytes: sent, lines, torn } = readAll([bytes, Buffer.from("\n"), text]);
        assert.equal(lines - torn >= 300, true);
        assert.equal(sent, 300);
      }),
      { seed: 6 },
    );
  });

  test("holds no more than a piece of a line without end", () => {
    const chunk = Buffer.alloc(2 ** 20, "a");
    const { lines, torn } = readAll([...Array<Buffer>(30).fill(chunk), Buffer.from("\n"), text]);
    assert.deepEqual([lines, torn], [301, 1]);
  });
});

suite("the windows of a log", () => {
  test("are forgotten when they are old, and never come back", () => {
    const log = createWindows(HOUR);
    for (let hour = 0; hour < 100; hour++) countEntry(log, { client: hour, time: START + hour * HOUR, bytes: 1 });
    countEntry(log, { client: 1, time: START, bytes: 1 });
    assert.equal(log.windows.size, 24);
    assert.equal(readWindow(log, START / HOUR).downloads, 0);
  });

  test("tell of the last one that is whole in the log that goes furthest", () => {
    const [one, other] = [createWindows(HOUR), createWindows(HOUR)];
    for (const hour of [0, 1, 2]) countEntry(one, { client: hour, time: START + hour * HOUR, bytes: 1 });
    countEntry(other, { client: 7, time: START, bytes: 1 });
    const tally = { lines: 3, torn: 0 };
    const loads = readLogLoads([
      { url_prefix: "a", log: one, tally },
      { url_prefix: "b", log: other, tally },
    ]);
    assert.deepEqual(
      loads.map(({ url_prefix, from, clients }) => [url_prefix, from, clients]),
      [
        ["a", "2026-11-28T05:00:00.000Z", 1],
        ["b", "2026-11-28T05:00:00.000Z", 0],
      ],
    );
  });

  test("count nothing from the time to come, or from before 1970: one odd line must not move the window of all", () => {
    const log = createWindows(HOUR, START + 1.5 * HOUR);
    for (const time of [START, START + HOUR, START + 3 * HOUR, 8.7e15, -8.7e15])
      countEntry(log, { client: 1, time, bytes: 1 });
    assert.deepEqual([...log.windows.keys()], [START / HOUR, START / HOUR + 1]);
    assert.equal(log.latest, START / HOUR + 1);
  });

  test("are none where there is no download", () => {
    assert.deepEqual(readLogLoads([{ url_prefix: "a", log: createWindows(HOUR), tally: { lines: 1, torn: 1 } }]), []);
  });
});
