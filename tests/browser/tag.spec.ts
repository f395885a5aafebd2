import type { Page } from "playwright/test";
import { SITE_HOST } from "../servers/hosts.ts";
import { AUTHOR_HREF, downloadFrom, hrefOf, openReady, rootOf, SERVED_HREF } from "./harness/download-page.ts";
import { expect, test } from "./harness/test.ts";

/** Opens a page over plain http, as people do on their own machine. */
function openPlain(page: Page, name: string): Promise<unknown> {
  return page.goto(`http://${SITE_HOST}/pages/${name}.html`);
}

test("leads to a mirror on this machine where the tag allows it", async ({ page, consoleLines }) => {
  await openReady(page, () => openPlain(page, "dev-on"));
  expect(await hrefOf(page, "download")).toBe("http://localhost/pub/os/image.iso");
  expect(consoleLines).toEqual([]);
});

test('leads to no mirror on this machine where the tag says data-dev="off"', async ({ page, consoleLines }) => {
  await openPlain(page, "dev-off");
  await expect(rootOf(page)).toHaveAttribute("data-mirror-state", "fallback");
  expect(await hrefOf(page, "download")).toBe(AUTHOR_HREF);
  expect(consoleLines.map(({ text }) => text)).toEqual([expect.stringContaining("fairmirror: cannot use")]);
});

test("runs as a module, which reads its words from the root element", async ({ page, openPage, consoleLines }) => {
  await openReady(page, () => openPage("module", { csp: "strict" }));
  expect(await hrefOf(page, "download")).toMatch(SERVED_HREF);
  expect(consoleLines).toEqual([]);
});

test("loads /mirrors.json where the tag names no pool", async ({ page, openPage, lab }) => {
  await openReady(page, () => openPage("default-pool"));
  expect(lab.requests.map(({ path }) => path)).toContain("/mirrors.json");
  expect(await hrefOf(page, "download")).toMatch(/^https:\/\/.+\.example\/.*image\.iso$/);
});

test("tells that the pool inside of the page is not there", async ({ page, openPage, consoleLines }) => {
  await openPage("no-pool-element");
  await expect(rootOf(page)).toHaveAttribute("data-mirror-state", "fallback");
  expect(await hrefOf(page, "download")).toBe(AUTHOR_HREF);
  expect(consoleLines.map(({ text }) => text)).toEqual(["fairmirror: cannot use #pool"]);
});

test("serves and retries links that hold more than text", async ({ page, openPage, lab }) => {
  await openReady(page, () => openPage("children"));
  const offered = await hrefOf(page, "retry");
  await page.hover("#inside");
  await expect.poll(() => lab.requests.filter(({ method }) => method === "HEAD").length).toBe(1);
  expect((await downloadFrom(page, "#inside-retry")).url()).toBe(offered);
  await expect(page.locator("#download")).toHaveAttribute("href", offered ?? "");
});
