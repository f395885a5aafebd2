import { after, afterEach, before } from "node:test";
import { type ExtensionChromium, startChromium } from "./chromium.ts";
import { type ExtensionLab, type LabOptions, startExtensionLab } from "./extension-lab.ts";
import { goodMirrors } from "./good-mirrors.ts";

/** What the tests of a file share; what starts another browser puts it in its place. */
export interface UsedChromium {
  lab: ExtensionLab;
  browser: ExtensionChromium;
}

/** What the tests of a file need beside. */
export interface ChromiumOptions extends LabOptions {
  /** More on Chromium's command line. */
  readonly words?: readonly string[];
  /** Is done before the first test. */
  readonly prepare?: (lab: ExtensionLab) => Promise<void>;
}

/** Starts a lab with good mirrors, and Chromium with its extension, for the tests of a file. Each of them begins with good mirrors, and with no page but the empty one. */
export function useChromium({ words, prepare, ...options }: ChromiumOptions = {}): UsedChromium {
  const used = {} as UsedChromium;
  before(async () => {
    used.lab = await startExtensionLab(goodMirrors(), options);
    used.browser = await startChromium(used.lab, words);
    await prepare?.(used.lab);
  });
  afterEach(async () => {
    used.lab.serve(goodMirrors());
    for (const page of used.browser.context.pages().slice(1)) await page.close();
  });
  after(async () => {
    await used.browser.close();
    await used.lab.close();
  });
  return used;
}
