import type { Page } from "playwright/test";
import { AUTHOR_HREF, downloadFrom, hrefOf, openReady, rootOf } from "./harness/download-page.ts";
import { expect, test } from "./harness/test.ts";

/** One mirror lies below the fallback prefix, so that an address alone does not tell which of the two it begins with. */
const NESTED = "of/dl.example";

/** Puts a copy of the download link into the page, in its place or beside it. */
const COPIES: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  cloned: (page) =>
    page.evaluate(() => {
      const link = document.querySelector("#download");
      const copy = link?.cloneNode(true) as Element;
      copy.id = "copy";
      link?.after(copy);
    }),
  "parsed again": (page) =>
    page.evaluate(() => {
      document.body.innerHTML = document.body.innerHTML.replace('id="download"', 'id="copy"');
    }),
};

for (const [how, copy] of Object.entries(COPIES)) {
  for (const pool of [NESTED, "of/one.example"]) {
    test(`a link that was ${how} leads where it did, and back (${pool})`, async ({ page, openPage, consoleLines }) => {
      await openReady(page, () => openPage("plain", { pool }));
      const served = await hrefOf(page, "download");
      await copy(page);
      await page.evaluate(() => document.body.append("changed"));
      await expect.poll(() => page.evaluate(() => document.body.lastChild?.textContent)).toBe("changed");
      expect(await hrefOf(page, "copy")).toBe(served);
      expect((await downloadFrom(page, "#copy")).url()).toBe(served);
      await page.evaluate(() => window.fairmirror?.restore());
      await expect(rootOf(page)).toHaveAttribute("data-mirror-state", "restored");
      expect(await hrefOf(page, "copy")).toBe(AUTHOR_HREF);
      expect(consoleLines).toEqual([]);
    });
  }
}

test("a choice made after the addresses were restored changes no link", async ({ page, openPage }) => {
  await openReady(page, () => openPage("choose"));
  await page.evaluate(() => window.fairmirror?.restore());
  await downloadFrom(page, "#two");
  await page.evaluate(() => document.body.append("changed"));
  await expect(rootOf(page)).toHaveAttribute("data-mirror-state", "restored");
  expect(await hrefOf(page, "download")).toBe(AUTHOR_HREF);
});
