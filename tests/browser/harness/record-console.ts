import { expect, type Page } from "playwright/test";

/** A line in a page's console, whether a script or the browser wrote it, or an error that no script caught. */
export interface ConsoleLine {
  readonly type: string;
  readonly text: string;
}

/** What a browser had to tell of by itself. */
export interface FailedRequests {
  readonly requests: number;
  readonly linesEach?: number;
}

/** Collects the lines of a page's console from now on, the oldest first. */
export function recordConsole(page: Page): readonly ConsoleLine[] {
  const lines: ConsoleLine[] = [];
  page.on("console", (message) => lines.push({ type: message.type(), text: message.text() }));
  page.on("pageerror", (error) => lines.push({ type: "uncaught", text: String(error) }));
  return lines;
}

/**
 * Asserts that nothing but the browser itself spoke, and no more than it must: a line for each request that failed. For one that
 * a policy forbids, Chromium writes two.
 */
export function expectOnlyFailures(lines: readonly ConsoleLine[], { requests, linesEach = 1 }: FailedRequests): void {
  const texts = lines.map(({ text }) => text);
  expect(texts.filter((text) => text.startsWith("fairmirror:"))).toEqual([]);
  expect(lines.length, texts.join("\n")).toBeLessThanOrEqual(requests * linesEach);
}
