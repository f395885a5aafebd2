import type { Page } from "playwright/test";

/** A line in a page's console, whether a script or the browser wrote it, or an error that no script caught. */
export interface ConsoleLine {
  readonly type: string;
  readonly text: string;
}

/** Collects the lines of a page's console from now on, the oldest first. */
export function recordConsole(page: Page): readonly ConsoleLine[] {
  const lines: ConsoleLine[] = [];
  page.on("console", (message) => lines.push({ type: message.type(), text: message.text() }));
  page.on("pageerror", (error) => lines.push({ type: "uncaught", text: String(error) }));
  return lines;
}
