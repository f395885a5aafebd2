import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { suite, test } from "node:test";
import { orderMirrors } from "../../src/core/order.ts";
import { sessionDraw } from "../../src/core/session.ts";
import type { Behaviour } from "../verify/download/behaviour.ts";
import type { VirtualMirror } from "../verify/download/virtual-network.ts";
import { assertDownloaded } from "./assert-downloaded.ts";
import { askedPieces } from "./asked-pieces.ts";
import { goodMirrors } from "./good-mirrors.ts";
import { renderWords } from "./hand-over.ts";
import type { Mirrors } from "./lab-server.ts";
import { OFFERED } from "./signed-release.ts";
import { useFirefox } from "./use-firefox.ts";

const KEY = "a key";

/** All windows are private, as in Tor Browser; the permissions that Firefox asks nothing about are given; an idle background ends soon. */
const PRIVATE = {
  "browser.privatebrowsing.autostart": true,
  "extensions.webextOptionalPermissionPrompts": false,
  "extensions.background.idle.timeout": 2000,
};

const used = useFirefox(PRIVATE);

function listFrom(first: number, end: number): number[] {
  return Array.from({ length: end - first }, (_, index) => first + index);
}

/** Three mirrors, of which the first in a session's order behaves so, and all others well. */
function withFirst(behaviour: Behaviour): Mirrors {
  const mirrors = goodMirrors();
  const pool = Object.keys(mirrors).map((url_prefix) => ({ url_prefix, weight: 50 }));
  const [first] = orderMirrors(pool, sessionDraw(KEY));
  const change = ([prefix, mirror]: [string, VirtualMirror]): readonly [string, VirtualMirror] =>
    prefix === first?.url_prefix ? [prefix, { ...mirror, behave: () => behaviour }] : [prefix, mirror];
  return Object.fromEntries(Object.entries(mirrors).map(change));
}

async function download(mirrors: Mirrors, state: string): Promise<string> {
  used.lab.serve(mirrors);
  used.lab.forget();
  await used.browser.open(`page.html${renderWords({ key: KEY, path: OFFERED })}`);
  await used.browser.click("#offer[data-state=offer] [data-part=download]");
  // It was the state before, too.
  if (state === "offer") await used.browser.waitFor("#offer[data-state=writing]");
  return used.browser.waitFor(`#offer[data-state=${state}]`);
}

/** A promise in a page of the extension that is kept when the browser downloads nothing. */
const WAIT_FOR_DOWNLOADS = `new Promise((done) => {
  const look = () => chrome.downloads.search({ state: "in_progress" }).then(({ length }) => length === 0 && done(true));
  chrome.downloads.onChanged.addListener(look);
  look();
})`;

suite("the extension in a private window of Firefox", () => {
  test("lets the browser download, and asks nobody else while the bytes are right", async () => {
    assert.match(await download(withFirst({ kind: "serves" }), "done"), /every byte checked/);
    assert.equal(used.lab.askings.length, 1);
    await assertDownloaded(used, "lab-os-1.0.img");
  });

  test("fetches a wrong piece from another mirror while the others pass", async () => {
    assert.match(await download(withFirst({ kind: "flips", at: 0.5 }), "done"), /sent wrong bytes, dropped/);
    assert.equal(used.lab.askings.length, 2);
    await assertDownloaded(used, "lab-os-1.0(1).img");
  });

  test("fetches what is missing when the download is cut off", async () => {
    // It says the name that the file got, beside those that are there.
    assert.match(
      await download(withFirst({ kind: "truncates", at: 0.7 }), "done"),
      /lab-os-1\.0\(2\)\.img.*every byte/,
    );
    assert.deepEqual(
      [...askedPieces(used.lab)].sort((one, other) => one - other),
      listFrom(89, 128),
    );
    await assertDownloaded(used, "lab-os-1.0(2).img");
  });

  test("keeps nothing on the disk that tells which file was asked for", async () => {
    const names = await used.browser.evaluate(
      `chrome.storage.local.get().then((kept) => Object.keys(kept).sort().join())`,
    );
    assert.equal(names, "healing,pool,releases");
    const kept = await used.browser.evaluate(`chrome.storage.session.get().then((kept) => Object.keys(kept).join())`);
    assert.equal(kept, "private_pieces");
  });

  test("begins one download for a double click", async () => {
    used.lab.serve(goodMirrors(8000));
    used.lab.forget();
    await used.browser.open(`page.html${renderWords({ key: KEY, path: OFFERED })}`);
    await used.browser.waitFor("#offer[data-state=offer]");
    await used.browser.doubleClick("#offer [data-part=download]");
    await used.browser.waitFor("#offer[data-state=done]");
    assert.equal(used.lab.askings.length, 1);
    await assertDownloaded(used, "lab-os-1.0(3).img");
  });

  test("heals one download at a time, in whichever tab", async () => {
    used.lab.serve(goodMirrors(8000));
    used.lab.forget();
    await used.browser.open("page.html");
    await used.browser.click("#offer[data-state=offer] [data-part=download]");
    await used.browser.waitFor("#offer[data-state=writing] .bars [data-shape=works]");
    await used.browser.openBeside("page.html");
    await used.browser.click("#offer[data-state=offer] [data-part=download]");
    assert.match(await used.browser.waitFor("#offer [data-part=news]:not(:empty)"), /running in another tab/);
    await used.browser.goBack();
    await used.browser.waitFor("#offer[data-state=done]");
    assert.equal(used.lab.askings.length, 1);
    await assertDownloaded(used, "lab-os-1.0(4).img");
  });

  test("leaves no file when its page is left on the way", async () => {
    const before = await readdir(used.browser.downloads);
    // Its background would be idle by then.
    used.lab.serve(goodMirrors(2000));
    await used.browser.open("page.html");
    await used.browser.click("#offer[data-state=offer] [data-part=download]");
    await used.browser.waitFor("#offer[data-state=writing] .bars [data-shape=works]");
    await used.browser.waitUntil("document.querySelector('progress').value > 0.4");
    await used.browser.open("popup.html");
    await used.browser.evaluate(WAIT_FOR_DOWNLOADS);
    assert.deepEqual(await readdir(used.browser.downloads), before);
  });

  test("leaves no file when a wrong piece can be had from nowhere", async () => {
    const liars = Object.entries(withFirst({ kind: "flips", at: 0.5 })).filter(
      ([, mirror]) => mirror.behave(0).kind === "flips",
    );
    assert.match(await download(Object.fromEntries(liars), "offer"), /nothing was kept/);
    const names = await readdir(used.browser.downloads);
    assert.deepEqual(names.sort(), [...[1, 2, 3, 4].map((number) => `lab-os-1.0(${number}).img`), "lab-os-1.0.img"]);
  });
});
