import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { runAxe } from "../browser/harness/run-axe.ts";
import { beginSlowly, checkFile, hashDownload, openPage, waitForOffer } from "./chromium-page.ts";
import { type ExtensionChromium, startChromium } from "./chromium.ts";
import { type ExtensionLab, startExtensionLab } from "./extension-lab.ts";
import { goodMirrors } from "./good-mirrors.ts";
import { hashFile } from "./hash-file.ts";
import { type SampleFiles, writeSampleFiles } from "./sample-files.ts";
import { publishRelease } from "./signed-release.ts";

let lab: ExtensionLab;
let browser: ExtensionChromium;
let files: SampleFiles;

before(async () => {
  lab = await startExtensionLab(goodMirrors());
  [browser, files] = [await startChromium(lab), await writeSampleFiles(lab)];
});

after(async () => {
  await browser.close();
  await lab.close();
});

suite("the extension's lists and checks in Chromium", () => {
  test("offers in its popup what the signed list offers", async () => {
    const popup = await browser.open("popup.html");
    await popup.locator("main[data-state=offer]").waitFor();
    assert.match(await popup.innerText("main"), /lab-os-1\.0\.img.*16\.8 MB.*signed by the project, and fresh/s);
    assert.deepEqual(await runAxe(popup), []);
  });

  test("shows in its popup how far a download has come, with each mirror, and then what is kept of it", async () => {
    const page = await beginSlowly(browser, lab);
    const popup = await browser.open("popup.html");
    await popup.locator("main[data-state=busy] .bars [data-shape=works]").first().waitFor();
    await popup.locator("[data-part=words]", { hasText: "%" }).waitFor();
    assert.match(await popup.innerText("main"), /Downloading .lab-os-1\.0\.img.*%.*MB\/s.*\.example.*MB.*works/s);
    await popup.waitForFunction(() => (document.querySelector("progress")?.value ?? 0) > 0.2);
    assert.deepEqual(await runAxe(popup), []);
    await page.locator("[data-part=pause]").click();
    await popup.getByText("Paused. It goes on").waitFor();
    await page.close();
    await popup.reload();
    await popup.getByText("are here from before").waitFor();
    lab.serve(goodMirrors());
    const again = await openPage(browser, "paused");
    await again.locator("#offer [data-part=cancel]").click();
    await waitForOffer(again, "cancelled");
  });

  test("tells in its popup what became of the download that it showed, and later what is offered", async () => {
    const page = await beginSlowly(browser, lab);
    const popup = await browser.open("popup.html");
    await popup.locator("main[data-state=busy]").waitFor();
    await waitForOffer(page, "done");
    await popup.getByText("every byte checked").waitFor();
    await popup.reload();
    await popup.locator("main[data-state=offer]").waitFor();
    lab.serve(goodMirrors());
    await page.close();
  });

  test("tells a file that is right from one that is not, and from another one", async () => {
    const page = await openPage(browser, "offer");
    assert.match(await checkFile(page, files.good, "verified"), /^Verified\./);
    assert.match(await checkFile(page, files.flipped, "mismatch"), /^Does not match\./);
    assert.match(await checkFile(page, files.strange, "not-in-release"), /^Not a file of this release\./);
    assert.match(await checkFile(page, files.empty, "wrong-size"), /has .0. bytes/);
    assert.match(await checkFile(page, files.other, "other-file"), /^Another file of this release\..*lab-os-1\.0\.txt/);
    await page.locator("[data-part=other]").click();
    await page.locator("#check[data-state=verified]").waitFor();
    assert.deepEqual(await runAxe(page), []);
  });

  test("goes on with the list it kept while the site is down", async () => {
    const published = [...lab.site];
    lab.site.clear();
    const page = await openPage(browser, "offer");
    assert.match(await page.innerText("[data-part=list]"), /cannot be reached\. This is its signed list as it was on/);
    assert.match(await checkFile(page, files.good, "verified"), /^Verified\./);
    await page.locator("[data-part=download]").click();
    await waitForOffer(page, "done");
    assert.equal(await hashDownload(page), hashFile(lab.file.bytes));
    for (const [path, content] of published) lab.site.set(path, content);
  });

  test("refuses a list that was tampered with, and one that is older than the one it saw", async () => {
    const published = [...lab.site];
    lab.site.set(
      "/releases.json",
      Buffer.from((lab.site.get("/releases.json") ?? []).toString().replace("1.0", "1.1")),
    );
    const page = await openPage(browser, "none");
    assert.match(await page.innerText("[data-part=list]"), /not the one the project signed: .*must be what was signed/);
    assert.deepEqual(await runAxe(page), []);
    for (const [path, content] of publishRelease(lab.file, lab.secretKey, "2026-10-01T00:00:00Z"))
      lab.site.set(path, content);
    await page.reload();
    await waitForOffer(page, "none");
    assert.match(await page.innerText("[data-part=list]"), /at least as new as the list of 2026-11-01T00:00:00Z/);
    for (const [path, content] of published) lab.site.set(path, content);
  });

  test("asks once more when list and signature come from the midst of a deployment", async () => {
    const stale = publishRelease(lab.file, lab.secretKey, "2026-10-01T00:00:00Z");
    let asked = 0;
    lab.site.get = (path) => {
      const isFirst = path.endsWith(".minisig") && asked++ === 0;
      return Map.prototype.get.call(isFirst ? stale : lab.site, path) as Buffer | undefined;
    };
    const page = await openPage(browser, "offer");
    assert.match(await page.innerText("[data-part=list]"), /signed by the project, and fresh/);
    assert.equal(asked, 2);
  });

  test("is not held back for years by a list that was dated ahead by mistake", async () => {
    for (const [path, content] of publishRelease(lab.file, lab.secretKey, "2062-01-01T00:00:00Z"))
      lab.site.set(path, content);
    const page = await openPage(browser, "offer");
    const dayAfterTomorrow = new Date(Date.now() + 2 * 24 * 60 * 60 * 1000).toISOString();
    for (const [path, content] of publishRelease(lab.file, lab.secretKey, dayAfterTomorrow))
      lab.site.set(path, content);
    await page.reload();
    assert.match(await waitForOffer(page, "offer"), /signed by the project, and fresh/);
  });
});
