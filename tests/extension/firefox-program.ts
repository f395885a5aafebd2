import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type ChildProgram, startProgram } from "../browser/harness/child-program.ts";
import { makeLaunchOptions } from "../browser/harness/launch-options.ts";
import { findFreePort } from "../servers/engines/find-free-port.ts";
import { ensureProgram } from "../setup/ensure-program.ts";
import type { ExtensionLab } from "./extension-lab.ts";
import { type Marionette, openMarionette } from "./marionette.ts";
import { EXTENSION_ID } from "./project.ts";

/** Firefox gives each extension an address by chance, unless it is told one. */
const UUID = "11111111-2222-4333-8444-555555555555";

/** Where the extension's own pages are. */
export const FIREFOX_ORIGIN = `moz-extension://${UUID}/`;

/** A Firefox that listens, and has no extension yet. */
export interface FirefoxProgram {
  readonly program: ChildProgram;
  readonly marionette: Marionette;
  /** Where its downloads go. */
  readonly downloads: string;
}

/** Values of about:config by their names. */
export type Preferences = Readonly<Record<string, unknown>>;

function makePreferences(lab: ExtensionLab, port: number, downloads: string): Preferences {
  const path = "";
  const { firefoxUserPrefs = {} } = makeLaunchOptions({ name: "firefox", path, kind: "stock" }, lab, {});
  return {
    ...firefoxUserPrefs,
    "marionette.port": port,
    "extensions.webextensions.uuids": JSON.stringify({ [EXTENSION_ID]: UUID }),
    "browser.download.dir": downloads,
    "browser.download.folderList": 2,
    // Nobody is there to answer: what is asked for is granted.
    "extensions.webextOptionalPermissionPrompts": false,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": false,
  };
}

async function writeProfile(profile: string, preferences: Preferences): Promise<void> {
  const pairs = Object.entries(preferences);
  const lines = pairs.map((pair) => `user_pref(${pair.map((part) => JSON.stringify(part)).join()});`);
  await mkdir(profile, { recursive: true });
  await writeFile(join(profile, "user.js"), lines.join("\n"));
}

/** Starts Firefox in a profile of the lab, the same one each time, with some preferences more. */
export async function startFirefoxProgram(lab: ExtensionLab, more: Preferences): Promise<FirefoxProgram> {
  const [profile, downloads] = [join(lab.folder, "firefox"), join(lab.folder, "firefox-downloads")];
  const port = await findFreePort();
  await writeProfile(profile, { ...makePreferences(lab, port, downloads), ...more });
  const words = ["--headless", "--no-remote", "--marionette", "--remote-allow-system-access", "--profile", profile];
  const program = startProgram(ensureProgram("firefox-esr", "firefox-esr"), words, {
    stdio: "ignore",
    // Without it Firefox does not heed services.settings.server.
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: "1" },
  });
  return { program, marionette: await openMarionette(port, program.hasEnded), downloads };
}
