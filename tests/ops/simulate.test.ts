import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { XMLParser } from "fast-xml-parser";
import { renderBar } from "../../src/ops/render-bar.ts";
import { simulateDraws } from "../../src/ops/simulate-draws.ts";
import { renderSimulationSvg } from "../../src/ops/simulate-svg.ts";
import { describeSimulation } from "../../src/ops/simulate-words.ts";
import { renderSimulation } from "../../src/ops/simulate-table.ts";

const MIRRORS = [50, 30, 15, 5].map((weight, index) => ({
  url_prefix: `https://a-mirror-with-a-rather-long-name-${index}.example.org/pub/os/`,
  weight,
}));
const FIRST = MIRRORS[0]?.url_prefix ?? "";
const stays = simulateDraws(MIRRORS, { visitors: 5000, seed: "s", without: [] });
const leaves = simulateDraws(MIRRORS, { visitors: 5000, seed: "s", without: [FIRST] });
const paintHead = (text: string): string => text;

suite("simulateDraws", () => {
  test("draws within 4 standard deviations of the shares, and the same for the same seed", () => {
    for (const { expected, drawn } of stays.mirrors) {
      assert.ok(Math.abs(drawn - expected) < 4 * Math.sqrt((expected * (1 - expected)) / 5000));
    }
    assert.deepEqual(simulateDraws(MIRRORS, { visitors: 5000, seed: "s", without: [] }), stays);
    assert.notDeepEqual(simulateDraws(MIRRORS, { visitors: 5000, seed: "t", without: [] }).mirrors, stays.mirrors);
  });

  test("moves only the sessions of the mirror that leaves", () => {
    const left = stays.mirrors[0]?.drawn ?? 0;
    assert.deepEqual(leaves.moved, { sessions: left * 5000, from_left: left * 5000 });
    assert.deepEqual(
      leaves.mirrors.map(({ after }) => after?.expected),
      [0, 0.6, 0.3, 0.1],
    );
    assert.equal(leaves.mirrors[0]?.after?.drawn, 0);
  });
});

suite("renderSimulation", () => {
  for (const width of [60, 80, 120, 300]) {
    test(`fits ${width} columns, and fills them with its longest bar`, () => {
      for (const simulation of [stays, leaves]) {
        const lines = renderSimulation(simulation, { width, paintHead }).split("\n");
        assert.equal(Math.max(...lines.map((line) => line.length)), width);
      }
    });
  }

  test("draws bars by eighths, and none too small to be seen", () => {
    assert.deepEqual(
      [0, 0.001, 0.5, 0.5625, 1, 2].map((part) => renderBar(part, 2)),
      ["", "▏", "█", "█▏", "██", "██"],
    );
  });
});

suite("describeSimulation", () => {
  test("breaks its lines where the terminal ends, and keeps them whole in a pipe", () => {
    const whole = describeSimulation(leaves);
    const broken = describeSimulation(leaves, { width: 80 });
    assert.ok(whole.some(({ length }) => length > 80));
    assert.ok(broken.every(({ length }) => length <= 80));
    assert.equal(broken.join(" "), whole.join(" "));
  });
});

suite("renderSimulationSvg", () => {
  test("says in words what it shows, and follows light and dark", () => {
    const svg = renderSimulationSvg(leaves);
    const { svg: root } = new XMLParser().parse(svg) as { svg: Record<string, string> };
    assert.match(root["title"] ?? "", /^Shares after mirrors left/);
    for (const { url_prefix } of MIRRORS) assert.ok(root["desc"]?.includes(`${url_prefix}: `));
    assert.match(svg, /prefers-color-scheme: dark/);
  });

  test("stays XML whatever its texts hold", () => {
    const seed = '</desc><script>&"\u0000\u001b';
    const svg = renderSimulationSvg(simulateDraws(MIRRORS, { visitors: 10, seed, without: [] }));
    const { svg: root } = new XMLParser().parse(svg) as { svg: Record<string, string> };
    assert.deepEqual(Object.keys(root).sort(), ["desc", "path", "rect", "style", "text", "title"]);
    assert.ok(!svg.includes("\0"));
    assert.doesNotMatch(svg, /<script/);
  });
});
