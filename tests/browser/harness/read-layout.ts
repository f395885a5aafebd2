import type { Page } from "playwright/test";

/** A thing to press. */
export interface Target {
  readonly what: string;
  /** Whether it is one of those that the page is there for. */
  readonly main: boolean;
  /** The shorter of its sides in CSS pixels. */
  readonly side: number;
}

/** What a visitor could lose sight of. */
const PLACED = "section, h1, h2, h3, p, a, pre, dl, dt, dd, table, tr, th, td, ul, li, footer";

const MAIN_TARGETS = "button, .button, .skip, .brand, nav a, .retry a, .choose-mirror, footer a";

/** Gives a line for each element that fits: its left, top, width and height in CSS pixels, in the page. */
export function readPlaces(page: Page, selector = PLACED): Promise<string[]> {
  return page.evaluate((places) => {
    // What has no box of its own ("display: contents") stands nowhere.
    const boxed = [...document.querySelectorAll(places)].filter((element) => element.getClientRects().length > 0);
    return boxed.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const words = element.textContent.trim().replace(/\s+/g, " ").slice(0, 30);
      const box = [x + scrollX, y + scrollY, width, height].map(Math.round).join(" ");
      // The script may change what such a place says, but not where it is.
      return `${element.localName} ${element.matches("dd, tr, th") ? "" : words}: ${box}`;
    });
  }, selector);
}

/** Gives the targets that a page shows, except links in running text, which no guideline asks a size of (WCAG 2.2, 2.5.8). */
export function readTargets(page: Page): Promise<Target[]> {
  return page.evaluate((selector) => {
    const textOf = (element: Element | null): string => (element?.textContent ?? "").trim();
    const isInText = (target: Element): boolean =>
      getComputedStyle(target).display === "inline" && textOf(target.closest("p, li, dd, td")) !== textOf(target);
    const shown = [...document.querySelectorAll("a[href], button")].filter((target) => target.checkVisibility());
    const targets = shown.filter((target) => !isInText(target));
    return targets.map((target) => {
      const { width, height } = target.getBoundingClientRect();
      return { what: textOf(target), main: target.matches(selector), side: Math.min(width, height) };
    });
  }, MAIN_TARGETS);
}

/** A shift as Chromium tells it (https://wicg.github.io/layout-instability/); the library of types does not have it. */
interface LayoutShift extends PerformanceEntry {
  readonly sources: readonly { readonly node: Node | null }[];
}

/** Gives what moved by itself since the page began to load, in Chromium, once the next frame is painted. */
export function readShifts(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    // The first frame may be under way already; when the second begins, what the first moved is known.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    const watch = new PerformanceObserver(() => undefined);
    watch.observe({ type: "layout-shift", buffered: true });
    const sources = (watch.takeRecords() as LayoutShift[]).flatMap((shift) => shift.sources);
    return sources.map(({ node }) => `${node?.nodeName ?? "gone"} ${node?.textContent?.trim().slice(0, 30) ?? ""}`);
  });
}
