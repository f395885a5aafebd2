import { after, before } from "node:test";
import { type ExtensionLab, type LabOptions, startExtensionLab } from "./extension-lab.ts";
import type { Preferences } from "./firefox-program.ts";
import { type ExtensionFirefox, startFirefox } from "./firefox.ts";
import { goodMirrors } from "./good-mirrors.ts";

/** What the tests of a file share. */
export interface UsedFirefox {
  lab: ExtensionLab;
  browser: ExtensionFirefox;
}

/** Starts a lab with good mirrors, and Firefox with its extension and some preferences more, for the tests of a file. */
export function useFirefox(preferences: Preferences, options: LabOptions = {}): UsedFirefox {
  const used = {} as UsedFirefox;
  before(async () => {
    used.lab = await startExtensionLab(goodMirrors(), options);
    used.browser = await startFirefox(used.lab, preferences);
  });
  after(async () => {
    await used.browser.close();
    await used.lab.close();
  });
  return used;
}
