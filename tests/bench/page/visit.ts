import type { Page } from "playwright";

/** Something that happens in a visit to the page, and what it is called in the report. */
export interface Step {
  readonly title: string;
  /** Does it and waits until the page has come to rest. */
  readonly act: (page: Page) => Promise<void>;
}

declare global {
  interface Window {
    /** Called by the page's own scripts once the visit may go on: after the next frames, when nothing is left to do. */
    rest: (done: () => void) => void;
    /** Resolves when the page has loaded, its links are served if a script is there, and it is at rest. */
    opened: Promise<void>;
    /** How many tasks over 50 ms the browser reported to the page. */
    longTasks: number;
  }
}

/** Prepares a page for a visit, before any script of its own runs; a click is noticed but leads nowhere. */
export async function prepareVisit(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.longTasks = 0;
    new PerformanceObserver((list) => {
      window.longTasks += list.getEntries().length;
    }).observe({ type: "longtask", buffered: true });
    addEventListener("click", (event) => {
      event.preventDefault();
    });
    window.rest = (done) => requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(done)));
    window.opened = new Promise((resolve) => {
      addEventListener("load", () => {
        const hasScript = document.querySelector("script[data-pool]") !== null;
        if (hasScript && !document.documentElement.dataset["mirrorState"])
          document.addEventListener("fairmirror:ready", () => window.rest(resolve));
        else window.rest(resolve);
      });
    });
  });
}

/** What happens in a visit, in this order. */
export function listSteps(address: string, links: number): readonly Step[] {
  return [
    {
      title: "the page opens",
      act: async (page) => {
        await page.goto(address, { waitUntil: "commit" });
        await page.evaluate(() => window.opened);
      },
    },
    {
      title: "a click on the retry link",
      act: (page) =>
        page.evaluate(async () => {
          document.querySelector<HTMLElement>("a.use-mirror-pool-on-retry")?.click();
          await new Promise<void>(window.rest);
        }),
    },
    {
      title: `${links} links more`,
      act: (page) =>
        page.evaluate(async () => {
          const list = document.querySelector("ul");
          list?.append(...[...list.children].map((item) => item.cloneNode(true)));
          await new Promise<void>(window.rest);
        }),
    },
  ];
}
