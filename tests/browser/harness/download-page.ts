import type { Download, Locator, Page } from "playwright/test";

/** Where the author's links of the test pages lead. */
export const AUTHOR_HREF = "https://dl.example/os/image.iso";

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
