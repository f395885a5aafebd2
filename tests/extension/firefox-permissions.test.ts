import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { assertDownloaded } from "./assert-downloaded.ts";
import { goodMirrors } from "./good-mirrors.ts";
import { useFirefox } from "./use-firefox.ts";

/** Firefox asks, and takes an answer at once. */
const ASKING = { "extensions.webextOptionalPermissionPrompts": true, "security.notification_enable_delay": 0 };

const MIRRORS = `["https://one.example/*", "https://two.example/*", "https://three.example/*"]`;

const used = useFirefox(ASKING, { grantedHosts: [] });

suite("the permission to ask mirrors, in Firefox", () => {
  test("leads to the browser's own download where it is refused", async () => {
    await used.browser.open("page.html");
    assert.match(await used.browser.waitFor("#offer [data-part=allow]:not([hidden])"), /must be allowed to ask them/);
    await used.browser.click("#offer[data-state=offer] [data-part=download]");
    await used.browser.answerPrompt("refuse");
    assert.match(
      await used.browser.waitFor("[data-part=hint]:not(:empty)"),
      /Without that permission the browser itself/,
    );
    await used.browser.waitFor("[data-part=download]:not(:disabled)");
    assert.match(await used.browser.waitFor("#offer [data-part=news]"), /Now check it/);
    await assertDownloaded(used, "lab-os-1.0.img");
  });

  test("stops the download in words when it is taken back, and lets it go on when it is given again", async () => {
    used.lab.serve(goodMirrors(1000));
    await used.browser.open("page.html");
    await used.browser.click("#offer[data-state=offer] [data-part=download]");
    await used.browser.answerPrompt("allow");
    await used.browser.waitFor("#offer[data-state=running] .bars [data-shape=works]");
    await used.browser.evaluate(`chrome.permissions.remove({ origins: ${MIRRORS} })`);
    assert.match(
      await used.browser.waitFor("#offer[data-state=paused]"),
      /permission to ask the mirrors was taken back/,
    );
    used.lab.serve(goodMirrors());
    await used.browser.click("[data-part=resume]");
    await used.browser.answerPrompt("allow");
    await used.browser.waitFor("#offer[data-state=done]");
    await assertDownloaded(used, "lab-os-1.0(1).img");
  });

  test("is asked for the project's own site, too, where that was taken back", async () => {
    await used.browser.evaluate(`chrome.permissions.remove({ origins: ["https://site.example/*"] })`);
    await used.browser.evaluate(`chrome.storage.local.clear()`);
    await used.browser.open("page.html");
    assert.match(
      await used.browser.waitFor("#offer[data-state=none] [data-part=list]"),
      /does not let the extension ask/,
    );
    await used.browser.click("[data-part=again]");
    await used.browser.answerPrompt("allow");
    assert.match(await used.browser.waitFor("#offer[data-state=offer]"), /signed by the project, and fresh/);
  });
});
