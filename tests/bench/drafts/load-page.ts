import type { Browser, Page } from "playwright";

declare global {
  interface Window {
    /** When the link first led elsewhere than its author wrote, in ms since the visit began. */
    rewrittenAt?: number;
  }
}

/** The line that the visitor sits on. */
export interface Line {
  /** In ms, for each request. */
  readonly latency: number;
  /** In bytes per second. */
  readonly throughput: number;
}

/** What became of a load. */
export interface LoadedPage {
  readonly rewrittenAt: number;
  /** The host that the link leads to. */
  readonly host: string;
}

/** How to load. */
export interface LoadOptions {
  readonly line?: Line;
  /** Replaces Math.random by the middle of its range, so that a draft that may draw the fallback draws another. */
  readonly fixedChance?: boolean;
}

async function watchLink(page: Page): Promise<void> {
  await page.addInitScript(() => {
    new MutationObserver(() => {
      const link = document.querySelector<HTMLAnchorElement>("#dllink");
      if (link && link.host !== "dl.example") window.rewrittenAt ??= performance.now();
    }).observe(document, { childList: true, subtree: true, attributes: true });
  });
}

async function slowDown(page: Page, { latency, throughput }: Line): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const speeds = { downloadThroughput: throughput, uploadThroughput: throughput };
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", { offline: false, latency, ...speeds });
}

/** Loads a page as a new visitor and waits until its link is rewritten. */
export async function loadPage(browser: Browser, address: string, options: LoadOptions = {}): Promise<LoadedPage> {
  const page = await browser.newPage();
  await watchLink(page);
  if (options.line) await slowDown(page, options.line);
  if (options.fixedChance) await page.addInitScript(() => (Math.random = () => 0.5));
  await page.goto(address);
  await page.waitForFunction(() => window.rewrittenAt !== undefined);
  const loaded = await page.evaluate(() => ({
    rewrittenAt: window.rewrittenAt ?? NaN,
    host: document.querySelector<HTMLAnchorElement>("#dllink")?.host ?? "",
  }));
  await page.close();
  return loaded;
}
