import { readFile } from "node:fs/promises";
import type { Page } from "playwright/test";
import { chooseFile, expectState, type SampleFiles, writeSampleFiles } from "./harness/check-box.ts";
import { openSite } from "./harness/site-page.ts";
import { expect, test } from "./harness/test.ts";

const RELEASES = await readFile("mirrors/releases.json", "utf8");

let files: SampleFiles;

test.beforeAll(async () => {
  files = await writeSampleFiles();
});
test.afterAll(() => files.close());

/** Answers the first request for a file with something else, as a site in the midst of a deployment does; gives the answers so far. */
async function answerOnce(page: Page, glob: string, body: string | Buffer): Promise<readonly string[]> {
  const answers: string[] = [];
  await page.route(glob, (route) => {
    answers.push(answers.length === 0 ? "old" : "new");
    return answers.length === 1 ? route.fulfill({ body }) : route.continue();
  });
  return answers;
}

test("accuses no file when the list cannot be had", { tag: "@chromium" }, async ({ page }) => {
  await openSite(page);
  for (const answer of [{ status: 404 }, { status: 500 }]) {
    await page.route("**/releases.json", (route) => route.fulfill({ ...answer, body: "{}" }));
    await chooseFile(page, files.good);
    expect(await expectState(page, "no-list")).toContain("this says nothing about your file");
    await page.unroute("**/releases.json");
  }
});

test(
  "believes no list that is not signed, changed or older than one it saw",
  { tag: "@chromium" },
  async ({ page }) => {
    await openSite(page);
    const text = RELEASES.replace(/[0-9a-f]{64}/, "0".repeat(64));
    for (const body of [text, "<!doctype html><title>Welcome to our café</title>"]) {
      await page.route("**/releases.json", (route) => route.fulfill({ body }));
      await chooseFile(page, files.good);
      expect(await expectState(page, "not-signed")).toContain("is not the one we signed: must be what was signed");
      await page.unroute("**/releases.json");
      await chooseFile(page, files.good);
      await expectState(page, "verified");
    }
    await page.evaluate(() => localStorage.setItem("fairmirror-list", "2030-01-01T00:00:00Z"));
    await chooseFile(page, files.good);
    expect(await expectState(page, "rolled-back")).toContain("is signed, but older than one that your browser saw");
  },
);

test("asks once more when list, signature or pieces do not belong together", { tag: "@chromium" }, async ({ page }) => {
  await openSite(page);
  const olds = [
    ["**/releases.json", RELEASES.replace(/[0-9a-f]{64}/, "0".repeat(64))],
    [
      "**/releases.json.minisig",
      (await readFile("mirrors/releases.json.minisig", "utf8")).replace(/(\n\S{30})\S{4}/, "$1AAAA"),
    ],
    ["**/*.pieces", Buffer.alloc(2048)],
  ] as const;
  for (const [glob, body] of olds) {
    const answers = await answerOnce(page, glob, body);
    await chooseFile(page, files.good);
    await expectState(page, "verified");
    expect(answers, glob).toEqual(["old", "new"]);
    await page.unroute(glob);
  }
});
