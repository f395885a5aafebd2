import { expect, type Download, type Locator, type Page } from "playwright/test";

/** Where the author's links of the test pages lead. */
export const AUTHOR_HREF = "https://dl.example/os/image.iso";

/** Where they lead when they are served by a mirror of `/pool/ok.json`. */
export const SERVED_HREF = /^https:\/\/(one|two)\.example\/pub\/os\/image\.iso$/;

/** The state that the script tells of itself, once it has told one. */
export const SETTLED = /^(ready|stale|fallback|restored)$/;

/** Gives the root element, which bears the state. */
export function rootOf(page: Page): Locator {
  return page.locator("html");
}

/** Clicks a link as a visitor does and gives the download that comes of it. */
export async function downloadFrom(page: Page, selector: string): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(selector)]);
  return download;
}

/** Opens a page and waits until its links are served. */
export async function openReady(page: Page, open: () => Promise<unknown>): Promise<void> {
  await open();
  await expect(rootOf(page)).toHaveAttribute("data-mirror-state", "ready");
}

/** Gives the address of a link as it stands in the page. */
export function hrefOf(page: Page, id: string): Promise<string | null> {
  return page.getAttribute(`#${id}`, "href");
}
