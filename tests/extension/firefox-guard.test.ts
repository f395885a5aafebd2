import assert from "node:assert/strict";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { suite, test } from "node:test";
import { FILTER_PERMISSIONS } from "../../src/extension/ways/filter-permission.ts";
import { startFirefox } from "./firefox.ts";
import { goodMirrors } from "./good-mirrors.ts";
import { SITE } from "./project.ts";
import { useFirefox } from "./use-firefox.ts";

/** An idle background ends soon; nobody is there to answer a page that asks whether to leave it; and what slept goes on at once. */
const PREFERENCES = {
  "extensions.background.idle.timeout": 2000,
  "dom.disable_beforeunload": true,
  "browser.download.manager.resumeOnWakeDelay": 1,
};

const used = useFirefox(PREFERENCES);

/** Begins a download of some seconds in a page of its own, which is healed there. */
async function beginHealing(): Promise<void> {
  used.lab.serve(goodMirrors(2000));
  await used.browser.openBeside("page.html");
  await used.browser.waitFor("#offer[data-state=offer]");
  await used.browser.evaluate(`document.querySelector("input[value=stream]").click()`);
  await used.browser.click("#offer [data-part=download]");
  await used.browser.waitFor("#offer[data-state=writing] .bars [data-shape=works]");
  await used.browser.waitUntil("document.querySelector('progress').value > 0.3");
}

/** Nothing is shown of a section that still loads. */
const NOTICE = "#offer:not([data-state=loading]) [data-part=notice]:not(:empty)";

suite("a download whose healer goes away, in Firefox", () => {
  test("leaves no file when the page is loaded again, which tells it", async () => {
    await beginHealing();
    await used.browser.open("page.html");
    assert.match(await used.browser.waitFor(NOTICE), /lab-os-1\.0\.img. ended.*Nothing was kept/);
    assert.deepEqual(await readdir(used.browser.downloads), []);
    await used.browser.open("page.html");
    await used.browser.waitFor("#offer[data-state=offer]");
    assert.equal(await used.browser.evaluate(`document.querySelector("[data-part=notice]").textContent`), "");
    await used.browser.goBack();
  });

  for (const act of ["cancel", "pause"] as const)
    test(`leaves no file when its user calls ${act} on it in the browser, and asks no mirror more`, async () => {
      used.lab.forget();
      await beginHealing();
      await used.browser.evaluate(
        `chrome.downloads.search({ state: "in_progress" }).then(([{ id }]) => chrome.downloads.${act}(id))`,
      );
      assert.match(await used.browser.waitFor("#offer[data-state=offer]"), /download from .+ broke off/);
      assert.deepEqual(await readdir(used.browser.downloads), []);
      assert.equal(await used.browser.evaluate(`chrome.downloads.search({}).then(({ length }) => length)`), 0);
      assert.equal(used.lab.askings.length, 1);
      await used.browser.goBack();
    });

  test("leaves no file when the machine goes to sleep, and does not go on unchecked when it wakes", async () => {
    await beginHealing();
    await used.browser.notify("sleep_notification");
    await used.browser.notify("wake_notification");
    assert.match(await used.browser.waitFor("#offer[data-state=offer]"), /download from .+ broke off/);
    used.lab.serve(goodMirrors());
    await used.browser.click("#offer [data-part=download]");
    await used.browser.waitFor("#offer[data-state=done]");
    assert.deepEqual(await readdir(used.browser.downloads), ["lab-os-1.0.img"]);
    await rm(join(used.browser.downloads, "lab-os-1.0.img"));
    await used.browser.goBack();
  });

  test("comes to a state that is told when the permissions to filter are taken back on the way", async () => {
    await beginHealing();
    await used.browser.evaluate(`chrome.permissions.remove({ permissions: ${JSON.stringify(FILTER_PERMISSIONS)} })`);
    assert.match(await used.browser.waitFor("#offer:not([data-state=writing])"), /every byte checked|broke off/);
    await used.browser.goBack();
    for (const name of await readdir(used.browser.downloads)) await rm(join(used.browser.downloads, name));
  });

  test("leaves no file when the extension is loaded again, which opens its page to tell it", async () => {
    await beginHealing();
    await used.browser.openNext(() => used.browser.reloadExtension());
    assert.match(await used.browser.waitFor(NOTICE), /lab-os-1\.0\.img. ended.*Nothing was kept/);
    assert.deepEqual(await readdir(used.browser.downloads), []);
  });

  test("is told in its kind of window, though one of the other kind was lost since", async () => {
    // The page that is open would tell it.
    await used.browser.open(`${SITE}/`);
    await beginHealing();
    await used.browser.open(`${SITE}/`);
    await used.browser.openPrivately(`${SITE}/`);
    await beginHealing();
    await used.browser.open("page.html");
    await used.browser.waitFor(NOTICE);
    await used.browser.goBack();
    await used.browser.open("page.html");
    assert.match(await used.browser.waitFor(NOTICE), /lab-os-1\.0\.img. ended.*Nothing was kept/);
  });

  test("is told in a private window where it was lost in one, though another window was used since", async () => {
    // Without another tab the window would be closed with the extension's.
    await used.browser.openPrivately(`${SITE}/`);
    await beginHealing();
    await used.browser.openNext(() => used.browser.evaluate(`chrome.windows.create({ url: "${SITE}/" })`));
    await used.browser.openNext(() => used.browser.reloadExtension());
    assert.match(await used.browser.waitFor(NOTICE), /lab-os-1\.0\.img. ended.*Nothing was kept/);
    assert.deepEqual(await readdir(used.browser.downloads), []);
  });

  test("is told as what became of it when the extension broke down: ended, or unchecked when the browser had the rest by then", async () => {
    await beginHealing();
    await used.browser.openNext(() => used.browser.killExtension());
    const told = await used.browser.waitFor(NOTICE);
    const isUnchecked = /lab-os-1\.0\.img.*unchecked/.test(told);
    // The background comes back with the browser's next word of the download, which may be its last.
    assert.match(told, isUnchecked ? /Do not use it/ : /lab-os-1\.0\.img. ended.*Nothing was kept/);
    assert.deepEqual(await readdir(used.browser.downloads), isUnchecked ? ["lab-os-1.0.img"] : []);
  });

  test("is told as left behind when the browser itself broke down, which knows nothing of a private one later", async () => {
    await used.browser.openPrivately(`${SITE}/`);
    await beginHealing();
    await used.browser.kill();
    used.browser = await startFirefox(used.lab, PREFERENCES);
    await used.browser.open("page.html");
    assert.match(await used.browser.waitFor(NOTICE), /may be left in its folder/);
  });
});
