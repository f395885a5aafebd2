import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { orderMirrors } from "../../src/core/order.ts";
import { sessionDraw } from "../../src/core/session.ts";
import { ASK_EVENT, DOWNLOAD_EVENT, HERE_EVENT, renderHandover } from "../../src/verify/handover.ts";
import { runAxe } from "../browser/harness/run-axe.ts";
import { checkFile, hashDownload, openPage, readBars, waitForOffer } from "./chromium-page.ts";
import { type ExtensionChromium, startChromium } from "./chromium.ts";
import { type ExtensionLab, startExtensionLab } from "./extension-lab.ts";
import { goodMirrors } from "./good-mirrors.ts";
import { hashFile } from "./hash-file.ts";
import { SITE } from "./project.ts";
import { type SampleFiles, writeSampleFiles } from "./sample-files.ts";
import { OFFERED, publishRelease } from "./signed-release.ts";

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

suite("the extension's lists, checks and handover in Chromium", () => {
  test("offers in its popup what the signed list offers", async () => {
    const popup = await browser.open("popup.html");
    await popup.locator("main[data-state=offer]").waitFor();
    assert.match(await popup.innerText("main"), /lab-os-1\.0\.img.*16\.8 MB.*signed by the project, and fresh/s);
    assert.deepEqual(await runAxe(popup), []);
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

  test("takes a download over from the site's page, with the mirror that the page drew", async () => {
    const site = await browser.context.newPage();
    await site.goto(`${SITE}/`);
    const isHere = await site.evaluate(
      ([ask, here]) => {
        let heard = false;
        document.addEventListener(here, () => (heard = true));
        document.dispatchEvent(new CustomEvent(ask));
        return heard;
      },
      [ASK_EVENT, HERE_EVENT] as const,
    );
    assert.ok(isHere);
    const opened = browser.context.waitForEvent("page");
    const detail = renderHandover({ key: "a key", path: OFFERED });
    await site.evaluate(([name, text]) => document.dispatchEvent(new CustomEvent(name, { detail: text })), [
      DOWNLOAD_EVENT,
      detail,
    ] as const);
    const page = await opened;
    await waitForOffer(page, "done");
    const pool = Object.keys(goodMirrors()).map((url_prefix) => ({ url_prefix, weight: 50 }));
    const [first] = orderMirrors(pool, sessionDraw("a key"), OFFERED);
    // The first row is that of the mirror that the download asked first.
    assert.equal(`https://${[...(await readBars(page)).keys()][0] ?? ""}/`, first?.url_prefix);
    assert.equal(await hashDownload(page), hashFile(lab.file.bytes));
  });
});
