import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { type ExtensionLab, startExtensionLab } from "./extension-lab.ts";
import { type ExtensionFirefox, startFirefox } from "./firefox.ts";
import { goodMirrors } from "./good-mirrors.ts";
import { hashFile } from "./hash-file.ts";

/** Firefox asks, and takes an answer at once. */
const ASKING = { "extensions.webextOptionalPermissionPrompts": true, "security.notification_enable_delay": 0 };

const MIRRORS = `["https://one.example/*", "https://two.example/*", "https://three.example/*"]`;

let lab: ExtensionLab;
let browser: ExtensionFirefox;

before(async () => {
  lab = await startExtensionLab(goodMirrors(), { grantedHosts: [] });
  browser = await startFirefox(lab, ASKING);
});

after(async () => {
  await browser.close();
  await lab.close();
});

async function assertDownloaded(name: string): Promise<void> {
  assert.equal(hashFile(await readFile(join(browser.downloads, name))), hashFile(lab.file.bytes));
}

suite("the permission to ask mirrors, in Firefox", () => {
  test("leads to the browser's own download where it is refused", async () => {
    await browser.open("page.html");
    assert.match(await browser.waitFor("#offer [data-part=allow]:not([hidden])"), /must be allowed to ask them/);
    await browser.click("#offer[data-state=offer] [data-part=download]");
    await browser.answerPrompt("refuse");
    assert.match(await browser.waitFor("[data-part=hint]:not(:empty)"), /Without that permission the browser itself/);
    await browser.waitFor("[data-part=download]:not(:disabled)");
    assert.match(await browser.waitFor("#offer [data-part=news]"), /Now check it/);
    await assertDownloaded("lab-os-1.0.img");
  });

  test("stops the download in words when it is taken back, and lets it go on when it is given again", async () => {
    lab.serve(goodMirrors(1000));
    await browser.open("page.html");
    await browser.click("#offer[data-state=offer] [data-part=download]");
    await browser.answerPrompt("allow");
    await browser.waitFor("#offer[data-state=running] .bars [data-shape=works]");
    await browser.evaluate(`chrome.permissions.remove({ origins: ${MIRRORS} })`);
    assert.match(await browser.waitFor("#offer[data-state=paused]"), /permission to ask the mirrors was taken back/);
    lab.serve(goodMirrors());
    await browser.click("[data-part=resume]");
    await browser.answerPrompt("allow");
    await browser.waitFor("#offer[data-state=done]");
    await assertDownloaded("lab-os-1.0(1).img");
  });

  test("is asked for the project's own site, too, where that was taken back", async () => {
    await browser.evaluate(`chrome.permissions.remove({ origins: ["https://site.example/*"] })`);
    await browser.evaluate(`chrome.storage.local.clear()`);
    await browser.open("page.html");
    assert.match(await browser.waitFor("#offer[data-state=none] [data-part=list]"), /does not let the extension ask/);
    await browser.click("[data-part=again]");
    await browser.answerPrompt("allow");
    assert.match(await browser.waitFor("#offer[data-state=offer]"), /signed by the project, and fresh/);
  });
});
