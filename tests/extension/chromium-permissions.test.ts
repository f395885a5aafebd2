import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { Page } from "playwright";
import { runAxe } from "../browser/harness/run-axe.ts";
import { beginSlowly, downloadBy, hashDownload, openPage, readBars, waitForOffer } from "./chromium-page.ts";
import { answerPrompt, NATIVE_WINDOWS } from "./chromium-prompt.ts";
import { goodMirrors } from "./good-mirrors.ts";
import { hashFile } from "./hash-file.ts";
import { LIST_CHECKED } from "./list-checked.ts";
import { useChromium } from "./use-chromium.ts";

const used = useChromium({ grantedHosts: [], words: NATIVE_WINDOWS });

const PROMISE = /Every piece is checked/;

const MIRRORS = ["https://one.example/*", "https://two.example/*", "https://three.example/*"];

function revoke(page: Page, origins: readonly string[]): Promise<boolean> {
  return page.evaluate((all) => chrome.permissions.remove({ origins: [...all] }), origins);
}

suite("the permission to ask mirrors, in Chromium", () => {
  test("is asked for in words, and where it is refused the browser itself downloads", async () => {
    const page = await openPage(used.browser, "offer");
    assert.match(await page.innerText("[data-part=allow]"), /must be allowed to ask them/);
    assert.match(await page.innerText("[data-part=lead]"), PROMISE);
    assert.deepEqual(await runAxe(page), []);
    used.lab.forget();
    await answerPrompt(page, used.lab, "refuse", () => page.locator("[data-part=download]").click());
    await page.getByText("is there. Now check it").waitFor();
    assert.match(await page.innerText("[data-part=hint]"), /Without that permission the browser itself downloads/);
    assert.doesNotMatch(await page.innerText("#offer"), PROMISE);
    assert.equal(used.lab.askings.length, 1);
    assert.equal(await hashDownload(page), hashFile(used.lab.file.bytes));
    assert.equal(await page.innerText("[data-part=download]"), "Download", "it is not asked for again");
  });

  test("is not asked for where the browser itself is to download", async () => {
    const page = await openPage(used.browser, "offer");
    await downloadBy(page, "browser");
    await page.getByText("is there. Now check it").waitFor();
    assert.ok(await page.locator("[data-part=allow]").isHidden());
  });

  test("is asked for twenty mirrors at a time, the first of the session's order first", async () => {
    const [mirror] = Object.values(goodMirrors());
    assert.ok(mirror);
    const hosts = Array.from({ length: 25 }, (_, index) => `m${index}.example`);
    used.lab.serve(Object.fromEntries(hosts.map((host) => [`https://${host}/`, mirror])));
    const page = await openPage(used.browser, "offer");
    const first = (await page.innerText("[data-part=mirror]")).trim();
    await answerPrompt(page, used.lab, "allow", () => page.locator("[data-part=download]").click());
    await waitForOffer(page, "done");
    assert.equal([...(await readBars(page)).keys()][0], first);
    await page.reload();
    await waitForOffer(page, "offer");
    assert.match(await page.innerText("[data-part=allow]"), /may ask .20. of the .25. mirrors/);
    await answerPrompt(page, used.lab, "allow", () => page.locator("[data-part=allow-more]").click());
    await page.locator("[data-part=allow]").waitFor({ state: "hidden" });
    await revoke(
      page,
      hosts.map((host) => `https://${host}/*`),
    );
  });

  test("once given is enough, also when the pool gains a mirror, which may be asked for then", async () => {
    const page = await openPage(used.browser, "offer");
    await answerPrompt(page, used.lab, "allow", () => page.locator("[data-part=download]").click());
    await waitForOffer(page, "done");
    assert.equal(await hashDownload(page), hashFile(used.lab.file.bytes));
    const [mirror] = Object.values(goodMirrors());
    assert.ok(mirror);
    used.lab.serve({ ...goodMirrors(1000), "https://new.example/": { ...mirror, rate: 1000 } });
    await page.reload();
    await waitForOffer(page, "offer");
    assert.match(await page.innerText("[data-part=allow]"), /may ask .3. of the .4. mirrors/);
    await page.locator("[data-part=download]").click();
    await page.locator(".bars [data-shape=works]").first().waitFor();
    await page.locator("[data-part=pause]").click();
    await waitForOffer(page, "paused");
    await page.reload();
    assert.match(await waitForOffer(page, "paused"), /Go on/);
    await answerPrompt(page, used.lab, "allow", () => page.locator("[data-part=allow-more]").click());
    await page.locator("[data-part=allow]").waitFor({ state: "hidden" });
    used.lab.serve(goodMirrors());
    await page.locator("[data-part=resume]").click();
    await waitForOffer(page, "done");
    assert.equal(await hashDownload(page), hashFile(used.lab.file.bytes));
  });

  test("taken back for some mirrors on the way leaves the others, and the download goes on", async () => {
    const page = await openPage(used.browser, "offer");
    await revoke(page, ["https://one.example/*"]);
    used.lab.forget();
    await page.locator("[data-part=download]").click();
    await waitForOffer(page, "done");
    assert.ok(used.lab.askings.length > 0);
    assert.ok(!used.lab.askings.some(({ host }) => host === "one.example"));
    assert.ok(!(await readBars(page)).has("one.example"));
  });

  test("taken back for one mirror while a download runs is heeded at once", async () => {
    const page = await beginSlowly(used.browser, used.lab);
    const host = [...(await readBars(page)).keys()][0] ?? "";
    await revoke(page, [`https://${host}/*`]);
    const part = await page.evaluate<number>("document.querySelector('progress').value");
    await page.waitForFunction((least) => (document.querySelector("progress")?.value ?? 0) > least, part + 0.2);
    used.lab.forget();
    await waitForOffer(page, "done");
    assert.ok(used.lab.askings.length > 0);
    assert.ok(!used.lab.askings.some((asking) => asking.host === host));
  });

  test("taken back for all of them stops it in words, keeps what is here, and leads to the browser's own download", async () => {
    const page = await beginSlowly(used.browser, used.lab);
    await revoke(page, MIRRORS);
    assert.match(await waitForOffer(page, "paused"), /permission to ask the mirrors was taken back/);
    assert.match(await page.innerText("[data-part=allow]"), /must be allowed to ask them/);
    assert.ok((await page.evaluate<number[]>(LIST_CHECKED)).length > 0);
    // Only a click in the page itself may ask: the popup leads there.
    const popup = await used.browser.open("popup.html");
    await popup.getByRole("button", { name: "Go on" }).click();
    await page.waitForFunction(async () => (await chrome.tabs.getCurrent())?.active);
    await waitForOffer(page, "paused");
    used.lab.serve(goodMirrors());
    await page.locator("[data-part=resume]").click();
    await waitForOffer(page, "done");
  });
});
