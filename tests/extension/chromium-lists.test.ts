import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { runAxe } from "../browser/harness/run-axe.ts";
import { checkFile, hashDownload, openPage, waitForOffer } from "./chromium-page.ts";
import { hashFile } from "./hash-file.ts";
import { type SampleFiles, writeSampleFiles } from "./sample-files.ts";
import { publishRelease } from "./signed-release.ts";
import { useChromium } from "./use-chromium.ts";

let files: SampleFiles;
const used = useChromium({
  prepare: async (lab) => {
    files = await writeSampleFiles(lab);
  },
});

suite("the extension's lists and checks in Chromium", () => {
  test("shows of the name of a chosen file what would turn its ending round", async () => {
    const page = await openPage(used.browser, "offer");
    // The worker that reads never answers.
    await page.evaluate(
      "window.Worker = function () { return { addEventListener() {}, postMessage() {}, terminate() {} }; }",
    );
    const file = { name: "lab\u202egpj.img", mimeType: "", buffer: Buffer.from("x") };
    await page.locator("#check [data-part=picker]").setInputFiles(file);
    assert.match(await page.locator("#check[data-state=checking] [data-part=news]").innerText(), /lab\\u202egpj\.img/);
  });

  test("tells a file that is right from one that is not, and from another one", async () => {
    const page = await openPage(used.browser, "offer");
    assert.match(await checkFile(page, files.good, "verified"), /^Verified\./);
    assert.match(await checkFile(page, files.flipped, "mismatch"), /^Does not match\./);
    assert.match(await checkFile(page, files.strange, "not-in-release"), /^Not a file of this release\./);
    assert.match(await checkFile(page, files.empty, "wrong-size"), /has .0. bytes.*cut short.*Do not use it/);
    assert.match(await checkFile(page, files.long, "too-large"), /only .16,777,216.*another version.*Do not use it/);
    assert.match(await checkFile(page, files.other, "other-file"), /^Another file of this release\..*lab-os-1\.0\.txt/);
    await page.locator("[data-part=other]").click();
    await page.locator("#check[data-state=verified]").waitFor();
    assert.deepEqual(await runAxe(page), []);
  });

  test("goes on with the list it kept while the site is down", async () => {
    const published = [...used.lab.site];
    used.lab.site.clear();
    const page = await openPage(used.browser, "offer");
    assert.match(await page.innerText("[data-part=list]"), /cannot be reached\. This is its signed list as it was on/);
    assert.match(await checkFile(page, files.good, "verified"), /^Verified\./);
    await page.locator("[data-part=download]").click();
    await waitForOffer(page, "done");
    assert.equal(await hashDownload(page), hashFile(used.lab.file.bytes));
    for (const [path, content] of published) used.lab.site.set(path, content);
  });

  test("refuses a list that was tampered with, and one that is older than the one it saw", async () => {
    const published = [...used.lab.site];
    used.lab.site.set(
      "/releases.json",
      Buffer.from((used.lab.site.get("/releases.json") ?? []).toString().replace("1.0", "1.1")),
    );
    const page = await openPage(used.browser, "none");
    assert.match(
      await page.innerText("[data-part=list]"),
      /not what the project signed: it was changed.*Something is wrong with the site/,
    );
    assert.deepEqual(await runAxe(page), []);
    for (const [path, content] of publishRelease(used.lab.file, used.lab.secretKey, "2026-10-01T00:00:00Z"))
      used.lab.site.set(path, content);
    await page.reload();
    await waitForOffer(page, "none");
    assert.match(await page.innerText("[data-part=list]"), /is signed, but older than one that came before/);
    for (const [path, content] of published) used.lab.site.set(path, content);
  });

  test("asks once more when list and signature come from the midst of a deployment", async () => {
    const stale = publishRelease(used.lab.file, used.lab.secretKey, "2026-10-01T00:00:00Z");
    let asked = 0;
    used.lab.site.get = (path) => {
      const isFirst = path.endsWith(".minisig") && asked++ === 0;
      return Map.prototype.get.call(isFirst ? stale : used.lab.site, path) as Buffer | undefined;
    };
    const page = await openPage(used.browser, "offer");
    assert.match(await page.innerText("[data-part=list]"), /signed by the project, and fresh/);
    assert.equal(asked, 2);
  });

  test("asks once more for pieces that come from the midst of a deployment", async () => {
    let asked = 0;
    used.lab.site.get = (path) => {
      const isFirst = path.endsWith(".pieces") && asked++ === 0;
      return isFirst ? Buffer.alloc(4096) : (Map.prototype.get.call(used.lab.site, path) as Buffer | undefined);
    };
    // What was kept needs no asking.
    await (await openPage(used.browser, "offer")).evaluate(() => chrome.storage.local.remove("pieces"));
    const page = await openPage(used.browser, "offer");
    assert.equal(asked, 2);
    assert.notEqual(await page.evaluate(async () => (await chrome.storage.local.get("pieces"))["pieces"]), undefined);
  });

  test("is not held back for years by a list that was dated ahead by mistake", async () => {
    for (const [path, content] of publishRelease(used.lab.file, used.lab.secretKey, "2062-01-01T00:00:00Z"))
      used.lab.site.set(path, content);
    const page = await openPage(used.browser, "offer");
    const dayAfterTomorrow = new Date(Date.now() + 2 * 24 * 60 * 60 * 1000).toISOString();
    for (const [path, content] of publishRelease(used.lab.file, used.lab.secretKey, dayAfterTomorrow))
      used.lab.site.set(path, content);
    await page.reload();
    assert.match(await waitForOffer(page, "offer"), /signed by the project, and fresh/);
  });
});
