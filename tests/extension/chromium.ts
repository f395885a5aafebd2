import { readlink } from "node:fs/promises";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright";
import { type LabPorts, makeLaunchOptions } from "../browser/harness/launch-options.ts";
import { ensureProgram } from "../setup/ensure-program.ts";
import type { ExtensionLab } from "./extension-lab.ts";

/** A running Chromium with the extension in it. */
export interface ExtensionChromium {
  readonly context: BrowserContext;
  /** Where the extension's own pages are. */
  readonly origin: string;
  /** Opens a page of the extension, or of the lab's site. */
  readonly open: (url: string) => Promise<Page>;
  /** Ends it as a breakdown would. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Chromium notes in its profile which process has it: "HOST-PID". */
async function findProcess(profile: string): Promise<number> {
  return Number((await readlink(join(profile, "SingletonLock"))).replace(/^.*-/, ""));
}

/** What Chromium must know of a lab. */
export type ChromiumLab = Pick<ExtensionLab, "folder" | "extension" | keyof LabPorts>;

/** Starts Chromium with the lab's extension, in the same profile each time, with some words more on its command line. */
export async function startChromium(lab: ChromiumLab, more: readonly string[] = []): Promise<ExtensionChromium> {
  const path = ensureProgram("chromium", "chromium");
  const profile = join(lab.folder, "chromium");
  const options = makeLaunchOptions({ name: "chromium", path, kind: "stock" }, lab, {});
  const load = [`--disable-extensions-except=${lab.extension}`, `--load-extension=${lab.extension}`];
  const context = await chromium.launchPersistentContext(profile, {
    ...options,
    headless: true,
    args: [...(options.args ?? []), ...load, ...more],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  const origin = `chrome-extension://${new URL(worker.url()).host}`;
  return {
    context,
    origin,
    open: async (url) => {
      const page = await context.newPage();
      await page.goto(new URL(url, `${origin}/`).href);
      return page;
    },
    kill: async () => {
      const closed = context.waitForEvent("close");
      process.kill(await findProcess(profile), "SIGKILL");
      await closed;
    },
    close: () => context.close(),
  };
}
