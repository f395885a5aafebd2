import assert from "node:assert/strict";
import { before, suite, test } from "node:test";
import { FIVE_MIRRORS } from "../verify/download/five-mirrors.ts";
import { assertDownloaded } from "./assert-downloaded.ts";
import { askedPieces } from "./asked-pieces.ts";
import { CHECKED_NOW, type CheckedNow, isNoted } from "./checked-now.ts";
import { startFirefox } from "./firefox.ts";
import { goodMirrors } from "./good-mirrors.ts";
import { renderOnClick, renderWords } from "./hand-over.ts";
import { KEY_OF_FIVE } from "./key-of-five.ts";
import { LIST_CHECKED } from "./list-checked.ts";
import { SITE } from "./project.ts";
import { MOST_WASTED, readWasted } from "./read-wasted.ts";
import { type SampleFiles, writeSampleFiles } from "./sample-files.ts";
import { OFFERED } from "./signed-release.ts";
import { useFirefox } from "./use-firefox.ts";

const used = useFirefox({}, { grantedHosts: [] });
let files: SampleFiles;

async function check(file: string, state: string): Promise<string> {
  await used.browser.choose("#check [data-part=picker]", file);
  return used.browser.waitFor(`#check[data-state=${state}] [data-part=news]`);
}

suite("the extension in Firefox", () => {
  before(async () => {
    files = await writeSampleFiles(used.lab);
  });

  test("offers in its popup what the signed list offers", async () => {
    await used.browser.open("popup.html");
    assert.match(
      await used.browser.waitFor("main[data-state=offer]"),
      /lab-os-1\.0\.img.*signed by the project, and fresh/s,
    );
  });

  test("tells a file that is right from one that is not, and from another one", async () => {
    await used.browser.open("page.html");
    await used.browser.waitFor("#offer[data-state=offer]");
    assert.match(await check(files.good, "verified"), /^Verified\./);
    assert.match(await check(files.flipped, "mismatch"), /^Does not match\./);
    assert.match(await check(files.other, "other-file"), /^Another file of this release\./);
  });

  test("takes a download over from the site's page, and asks once whether it may ask the mirrors", async () => {
    await used.browser.open(`${SITE}/`);
    await used.browser.evaluate(renderOnClick({ key: "a key", path: OFFERED }));
    await used.browser.openNext(() => used.browser.click("button"));
    assert.match(await used.browser.waitFor("#offer [data-part=allow]:not([hidden])"), /must be allowed to ask them/);
    await used.browser.click("#offer[data-state=offer] [data-part=download]");
    await used.browser.waitFor("#offer[data-state=done]");
    await assertDownloaded(used, "lab-os-1.0.img");
  });

  test("gets the file whole from mirrors of which one is dead, one stalls, one lies, one gives no parts, one is slow", async () => {
    used.lab.serve(FIVE_MIRRORS);
    await used.browser.open(`page.html${renderWords({ key: KEY_OF_FIVE, path: OFFERED })}`);
    // These are other mirrors.
    await used.browser.click("#offer[data-state=offer] [data-part=download]");
    const words = await used.browser.waitFor("#offer[data-state=done]");
    assert.match(words, /flips\.example.*\n.*\nsent wrong bytes, dropped/);
    const wasted = readWasted(words);
    assert.ok(wasted > 0 && wasted < MOST_WASTED, String(wasted));
    await assertDownloaded(used, "lab-os-1.0(1).img");
  });

  test("goes on after the browser was killed without asking again for a piece that is there", async () => {
    used.lab.serve(goodMirrors(1000));
    await used.browser.open("page.html");
    await used.browser.click("#offer[data-state=offer] [data-part=download]");
    await used.browser.waitFor("#offer[data-state=running] .bars [data-shape=works]");
    await used.browser.waitUntil("document.querySelector('progress').value > 0.4");
    const before = (await used.browser.evaluate(CHECKED_NOW)) as CheckedNow;
    assert.ok(before.shown > 0.4 && isNoted(before, used.lab.file.list), JSON.stringify(before));
    await used.browser.kill();
    used.browser = await startFirefox(used.lab);
    await used.browser.open("page.html");
    await used.browser.waitFor("#offer[data-state=paused]");
    const kept = (await used.browser.evaluate(LIST_CHECKED)) as number[];
    used.lab.forget();
    used.lab.serve(goodMirrors());
    await used.browser.click("[data-part=resume]");
    await used.browser.waitFor("#offer[data-state=done]");
    const asked = askedPieces(used.lab);
    assert.deepEqual(
      [...before.noted, ...kept].filter((piece) => asked.has(piece)),
      [],
    );
    await assertDownloaded(used, "lab-os-1.0(2).img");
    assert.equal(await used.browser.evaluate(LIST_CHECKED), null);
  });

  test("names the file that it saved, where one of the wished name was there already", async () => {
    await used.browser.open("page.html");
    await used.browser.click("#offer[data-state=offer] [data-part=download]");
    assert.match(
      await used.browser.waitFor("#offer[data-state=done]"),
      /lab-os-1\.0\(3\)\.img. is in your downloads, every byte checked/,
    );
    await assertDownloaded(used, "lab-os-1.0(3).img");
    await used.browser.open("page.html");
    await used.browser.waitFor("#offer[data-state=offer]");
    await used.browser.evaluate(`document.querySelector("input[value=browser]").click()`);
    await used.browser.click("[data-part=download]");
    await used.browser.waitUntil("document.querySelector('#offer').innerText.includes('Now check it')");
    assert.match(await used.browser.waitFor("#offer [data-part=news]"), /lab-os-1\.0\(4\)\.img. is there/);
    await assertDownloaded(used, "lab-os-1.0(4).img");
  });

  test("leaves the download to the browser in a private window, where that is chosen", async () => {
    await used.browser.openPrivately("page.html");
    const words = await used.browser.waitFor("#offer[data-state=offer]");
    assert.match(words, /healed while it comes/);
    assert.doesNotMatch(words, /several mirrors/);
    await used.browser.evaluate(`document.querySelector("input[value=browser]").click()`);
    assert.doesNotMatch(await used.browser.waitFor("#offer"), /healed while it comes/);
    await used.browser.click("[data-part=download]");
    await used.browser.waitUntil("document.querySelector('#offer').innerText.includes('Now check it')");
    await assertDownloaded(used, "lab-os-1.0(5).img");
  });
});
