import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { VirtualMirror } from "../verify/download/virtual-network.ts";
import { downloadBy, hashDownload, openPage, readBars, waitForOffer } from "./chromium-page.ts";
import { startChromium } from "./chromium.ts";
import { type ExtensionLab, startExtensionLab } from "./extension-lab.ts";
import { startFirefox } from "./firefox.ts";
import { hashFile } from "./hash-file.ts";
import type { Mirrors } from "./lab-server.ts";

/** Slow enough that every mirror is asked before the file is whole. */
const SERVES: VirtualMirror = { rate: 5000, latencyMs: 0, behave: () => ({ kind: "serves" }) };

const MIRRORS: Mirrors = {
  "https://leaves.example/": { ...SERVES, behave: () => ({ kind: "to-http" }) },
  "https://one.example/": SERVES,
};

const LEAVES = "leads away from https, dropped";

let lab: ExtensionLab;

before(async () => {
  lab = await startExtensionLab(MIRRORS);
});
after(() => lab.close());

suite("a mirror that leads from https to http", () => {
  test("is dropped with these words in Chromium, and the file comes from the others", async () => {
    const browser = await startChromium(lab);
    const page = await openPage(browser, "offer");
    await downloadBy(page, "storage");
    await waitForOffer(page, "done");
    assert.equal((await readBars(page)).get("leaves.example"), LEAVES);
    assert.equal(await hashDownload(page), hashFile(lab.file.bytes));
    await browser.close();
  });

  test("is dropped with these words in Firefox, and the file comes from the others", async () => {
    const browser = await startFirefox(lab);
    await browser.open("page.html");
    await browser.click("#offer[data-state=offer] [data-part=download]");
    assert.match(await browser.waitFor("#offer[data-state=done]"), new RegExp(`leaves.example.*\n.*\n${LEAVES}`));
    await browser.close();
  });
});
