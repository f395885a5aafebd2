import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { XMLParser } from "fast-xml-parser";
import { describeScenario, renderScenario } from "../../../src/ops/balance/render-scenario.ts";
import { runScenario } from "../../../src/balance/simulate/run-scenario.ts";
import { renderScenarioSvg } from "../../../src/ops/balance/scenario-svg.ts";
import { readScenario } from "../../balance/simulate/scenarios.ts";

const scenario = { ...readScenario("new-mirror"), hours: 2 };
const result = runScenario(scenario);

suite("showing a scenario", () => {
  test("gives a line for each way, in less than 80 columns", () => {
    const lines = renderScenario(result, { paintHead: (text) => text }).split("\n");
    assert.equal(lines.length, 1 + 4);
    assert.ok(lines.every(({ length }) => length <= 80));
    assert.match(lines.at(-1) ?? "", /^terms +0\.\d{3} +\d+ +0 +0 +1 +\d+ +0\.\d\d$/);
  });

  test("says what each way does and each column means, broken where the terminal ends", () => {
    const whole = describeScenario(result);
    assert.ok(whole.some((line) => line.startsWith("swings: ")));
    for (const { way } of result.ways) assert.ok(whole.some((line) => line.startsWith(`${way}: `)));
    assert.ok(describeScenario(result, { width: 60 }).every(({ length }) => length <= 60));
  });

  test("draws each mirror in each way, and says the same in words", () => {
    const svg = renderScenarioSvg(result);
    const { svg: root } = new XMLParser().parse(svg) as { svg: { title: string; desc: string } };
    assert.equal(svg.match(/<path class="load"/g)?.length, 3 * 4);
    assert.equal(svg.match(/<path class="event"/g)?.length, 4);
    assert.match(root.title, /a new mirror joins/);
    assert.match(
      root.desc,
      /^c\.example joins after 60 minutes\. Clients after 2 hours by terms: a\.example \d+ \(\d+ at most\), /m,
    );
    assert.match(svg, /prefers-color-scheme: dark/);
  });

  test("stays XML whatever its texts hold", () => {
    const svg = renderScenarioSvg({ ...result, title: '</title><script>&"\u0000' });
    assert.doesNotMatch(svg, /<script|\0/);
    assert.ok(new XMLParser().parse(svg));
  });
});
