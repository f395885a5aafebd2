import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { suite, test } from "node:test";
import type { Page } from "playwright";
import { orderMirrors } from "../../src/core/order.ts";
import { sessionDraw } from "../../src/core/session.ts";
import { ASK_EVENT, type Handover, HERE_EVENT } from "../../src/verify/handover.ts";
import { beginSlowly, hashDownload, openPage, readBars, waitForOffer } from "./chromium-page.ts";
import { goodMirrors } from "./good-mirrors.ts";
import { renderOnClick, renderScript } from "./hand-over.ts";
import { hashFile } from "./hash-file.ts";
import { SITE } from "./project.ts";
import { OFFERED, OTHER } from "./signed-release.ts";
import { useChromium } from "./use-chromium.ts";

const used = useChromium();

const KEY = "a key";
const POOL = Object.keys(goodMirrors()).map((url_prefix) => ({ url_prefix, weight: 50 }));
const ORDER = orderMirrors(POOL, sessionDraw(KEY), OFFERED).map(({ url_prefix: prefix }) => prefix);

function listPages(): Page[] {
  return used.browser.context.pages().filter((page) => page.url().startsWith(used.browser.origin));
}

async function clickOnSite(handover: Handover): Promise<void> {
  const site = await used.browser.open(`${SITE}/`);
  await site.evaluate(renderOnClick(handover));
  await site.locator("button").click();
}

/** Hands a download over to an extension that has no page open; gives the one that it opens. */
async function handOver(visit: Partial<Handover> = {}): Promise<Page> {
  const opened = used.browser.context.waitForEvent("page", {
    predicate: (page) => page.url().startsWith(used.browser.origin),
  });
  await clickOnSite({ key: KEY, path: OFFERED, ...visit });
  const page = await opened;
  await waitForOffer(page, "done");
  return page;
}

/** The first row is that of the mirror that the download asked first. */
async function readFirst(page: Page): Promise<string> {
  return `https://${[...(await readBars(page)).keys()][0] ?? ""}/`;
}

suite("a download that the site hands over, in Chromium", () => {
  test("is taken by an extension that says that it is there", async () => {
    const site = await used.browser.open(`${SITE}/`);
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
  });

  test("comes from the mirror that the page drew", async () => {
    const page = await handOver();
    assert.equal(await readFirst(page), ORDER[0]);
    assert.equal(await hashDownload(page), hashFile(used.lab.file.bytes));
  });

  test("comes from the mirror that was chosen by hand in the page", async () => {
    const choice = ORDER[2] ?? "";
    assert.equal(await readFirst(await handOver({ choice })), choice);
  });

  test("does not come first from a mirror that was tried in the page", async () => {
    assert.equal(await readFirst(await handOver({ tried: [ORDER[0] ?? ""] })), ORDER[1]);
  });

  test("is not begun by a script of the page without a click", async () => {
    const script = renderScript({ key: "unasked", path: OTHER });
    used.lab.site.set("/auto", Buffer.from(`<!doctype html><button>hand over</button><script>${script}</script>`));
    await used.browser.open(`${SITE}/auto`);
    const page = await handOver();
    assert.deepEqual(listPages(), [page]);
    assert.equal(await page.evaluate(() => history.length), 1, "nothing was handed over before");
  });

  test("is shown in the page that is open", async () => {
    const page = await openPage(used.browser, "offer");
    await clickOnSite({ key: KEY, path: OFFERED });
    await waitForOffer(page, "done");
    assert.deepEqual(listPages(), [page]);
  });

  test("waits while another one runs, which goes on", async () => {
    const page = await beginSlowly(used.browser, used.lab);
    await clickOnSite({ key: KEY, path: "os/1.0/lab-os\u202egpj.exe" });
    await page.getByText("was handed over as well").waitFor();
    assert.match(
      await page.innerText("[data-part=notice]"),
      /lab-os\\u202egpj\.exe/,
      "a name shows what would turn it",
    );
    assert.deepEqual(listPages(), [page]);
    assert.equal(await page.locator("#offer").getAttribute("data-state"), "running");
    await page.locator("#offer [data-part=cancel]").click();
    await waitForOffer(page, "cancelled");
  });

  test("does not begin by itself where it would drop what is kept of another one", async () => {
    const page = await beginSlowly(used.browser, used.lab);
    await page.locator("[data-part=pause]").click();
    await waitForOffer(page, "paused");
    await clickOnSite({ key: KEY, path: OTHER });
    await page.getByText("They are removed when this download begins").waitFor();
    assert.match(await waitForOffer(page, "offer"), /Pieces of .lab-os-1\.0\.img. are here from before/);
    await page.goto(`${used.browser.origin}/page.html`);
    await waitForOffer(page, "paused");
    await page.locator("#offer [data-part=cancel]").click();
    await waitForOffer(page, "cancelled");
  });

  test("that a reloaded extension does not take is told in the page, whose link works as before", async () => {
    const words = "The link works as before.";
    const [script, offer] = [
      await readFile("dist/assets/hand-over.js", "utf8"),
      `<p data-extension data-path="${OFFERED}" data-not-taken="${words}" hidden><button>take it</button> <span aria-live="polite"></span></p>`,
    ];
    used.lab.site.set("/page", Buffer.from(`<!doctype html>${offer}<script type="module">${script}</script>`));
    const site = await used.browser.open(`${SITE}/page`);
    await site.locator("[data-extension]").waitFor();
    const [worker] = used.browser.context.serviceWorkers();
    await worker?.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
    await site.locator("button").click();
    await site.getByText(words).waitFor();
  });
});
