import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { startChromium } from "../../extension/chromium.ts";
import type { ExtensionLab } from "../../extension/extension-lab.ts";
import { startFirefox } from "../../extension/firefox.ts";

/** A browser with the lab's extension, and one of its pages open at a time. */
export interface LabBrowser {
  readonly open: (page: string) => Promise<void>;
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** Gives the newest download. */
  readonly readDownload: () => Promise<Uint8Array>;
  /** Ends it as a breakdown would. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const NEWEST = `chrome.downloads.search({ orderBy: ["-startTime"], limit: 1 }).then(([item]) => item.filename)`;

async function openChromium(lab: ExtensionLab): Promise<LabBrowser> {
  const { context, open, kill, close } = await startChromium(lab);
  const evaluate = (expression: string): Promise<unknown> => {
    const page = context.pages().at(-1);
    return page ? page.evaluate(expression) : Promise.reject(new Error("no page is open"));
  };
  return {
    open: async (page) => {
      await open(page);
    },
    evaluate,
    readDownload: async () => readFile((await evaluate(NEWEST)) as string),
    kill,
    close,
  };
}

async function openFirefox(lab: ExtensionLab): Promise<LabBrowser> {
  const { downloads, ...browser } = await startFirefox(lab);
  return { ...browser, readDownload: () => readFile(join(downloads, "lab-os-1.0.img")) };
}

/** The browsers, by what people call them, and what starts them. */
export const LAB_BROWSERS: Readonly<Record<string, (lab: ExtensionLab) => Promise<LabBrowser>>> = {
  Chromium: openChromium,
  Firefox: openFirefox,
};
