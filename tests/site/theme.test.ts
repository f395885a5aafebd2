import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { checkProject } from "../../src/build/site-project.ts";
import { splitStreams } from "../../src/build/site-split.ts";
import { contrastRatio, renderTheme } from "../../src/build/site-theme.ts";

const text = await readFile("site/project.json", "utf8");

test("reckons contrast as WCAG does", () => {
  assert.equal(contrastRatio("#000000", "#ffffff"), 21);
  assert.equal(contrastRatio("#777777", "#777777"), 1);
  assert.equal(contrastRatio("#767676", "#ffffff").toFixed(2), "4.54");
  assert.equal(contrastRatio("#ffffff", "#777777").toFixed(2), "4.48");
});

test("finds nothing wrong with the sample project", () => {
  assert.deepEqual(checkProject(text, { file: "project.json" }).problems, []);
});

test("refuses a colour that cannot be read, and says where", () => {
  const { project, problems } = checkProject(text.replace(/"muted": "[^"]*"/, '"muted": "#9aa9ad"'), {
    file: "p.json",
  });
  assert.equal(project, undefined);
  assert.deepEqual(
    problems.map(({ code, file, pointer }) => [code, file, pointer]),
    [
      ["low-contrast", "p.json", "/colors/light/muted"],
      ["low-contrast", "p.json", "/colors/light/muted"],
    ],
  );
});

test("refuses a link that is neither https nor a path", () => {
  for (const href of ["javascript:alert(1)", "http://a.example/", "//a.example/", "a.torrent"]) {
    const { problems } = checkProject(text.replace(/"torrent": "[^"]*"/, `"torrent": "${href}"`), { file: "p.json" });
    assert.deepEqual(
      problems.map(({ code, pointer }) => [code, pointer]),
      [["bad-project", "/links/torrent"]],
      href,
    );
  }
});

test("refuses what is no JSON, and what is no object", () => {
  assert.deepEqual(
    checkProject("{", { file: "p.json" }).problems.map(({ code }) => code),
    ["invalid-json"],
  );
  assert.ok(checkProject("null", { file: "p.json" }).problems.every(({ code }) => code === "bad-project"));
});

test("renders both schemes as custom properties", () => {
  const { project } = checkProject(text, { file: "p.json" });
  assert.ok(project);
  const css = renderTheme(project.colors);
  assert.match(
    css,
    /^:root \{ --background: #ffffff; .*--on-accent: #ffffff; \}\n@media screen and \(prefers-color-scheme: dark\)/,
  );
});

/** Reads the upper and lower edge of a stream at its start and at its end. */
function edges(path: string): { start: readonly [number, number]; end: readonly [number, number] } {
  const numbers = (path.match(/[\d.]+/g) ?? []).map(Number);
  const at = (index: number): number => numbers[index] ?? Number.NaN;
  return { start: [at(1), at(14)], end: [at(7), at(8)] };
}

test("draws every stream as thick at its end as at its start", () => {
  const streams = splitStreams([0.5, 0.25, 0.25]).map(edges);
  assert.deepEqual(
    streams.map(({ start, end }) => [start[1] - start[0], end[1] - end[0]]),
    [
      [32, 32],
      [16, 16],
      [16, 16],
    ],
  );
});

test("draws the streams side by side where they are still one", () => {
  const [first, second, third] = splitStreams([0.5, 0.25, 0.25]).map(edges);
  assert.equal(first?.start[1], second?.start[0]);
  assert.equal(second?.start[1], third?.start[0]);
});
