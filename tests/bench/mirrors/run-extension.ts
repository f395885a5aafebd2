import { createHash } from "node:crypto";
import { mkdir, realpath, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { makeLaunchOptions } from "../../browser/harness/launch-options.ts";
import { renderPageName } from "../../../src/extension/page-url.ts";
import { nameOf } from "../../../src/verify/name-of.ts";
import type { ChromiumLab } from "../../extension/chromium.ts";
import { OFFERED } from "../../extension/signed-release.ts";
import { ensureProgram } from "../../setup/ensure-program.ts";
import { type ChromiumPipe, type PipePage, startChromiumPipe } from "./chromium-pipe.ts";

/** How long a download takes, in seconds, from the moment the lists are there and it begins. */
export interface DownloadTime {
  /** Until every piece is there and was checked. */
  readonly fetched: number;
  /** Until the person is told that the file is there: it was read once more, and saved. */
  readonly done: number;
}

/** Chromium names an unpacked extension by its folder. */
async function findId(extension: string): Promise<string> {
  const digits = createHash("sha256")
    .update(await realpath(extension))
    .digest("hex")
    .slice(0, 32);
  return Array.from(digits, (digit) => "abcdefghijklmnop"[parseInt(digit, 16)]).join("");
}

/** Over the debugging pipe, the downloads of a Chromium without a window would lose their names. */
async function writeProfile(profile: string, downloads: string): Promise<void> {
  await mkdir(join(profile, "Default"), { recursive: true });
  const preferences = { download: { default_directory: downloads, prompt_for_download: false } };
  await writeFile(join(profile, "Default", "Preferences"), JSON.stringify(preferences));
}

function start(lab: ChromiumLab, profile: string): ChromiumPipe {
  const path = ensureProgram("chromium", "chromium");
  const { args = [] } = makeLaunchOptions({ name: "chromium", path, kind: "stock" }, lab, {});
  const load = [`--disable-extensions-except=${lab.extension}`, `--load-extension=${lab.extension}`];
  const features = "--disable-features=DisableLoadExtensionCommandLineSwitch";
  const plain = ["--headless=new", "--no-sandbox", "--no-first-run", `--user-data-dir=${profile}`];
  return startChromiumPipe(path, [...plain, features, ...load, ...args]);
}

/** No machine takes as long for one of the states. */
const LIMIT_MS = 300_000;

/** Waits in the page until its offer is in a state: asking again and again would cost the download time. Throws when it has failed. */
async function waitForState({ evaluate }: PipePage, state: string): Promise<void> {
  const text = await evaluate(`new Promise((resolve) => {
    const offer = document.querySelector("#offer");
    const look = () => {
      if (offer.dataset.state === "failed") resolve(offer.innerText);
      if (offer.dataset.state === "${state}") resolve("");
    };
    setTimeout(() => resolve("not ${state} in time: " + offer.innerText), ${LIMIT_MS});
    new MutationObserver(look).observe(offer, { attributeFilter: ["data-state"] });
    look();
  })`);
  if (text !== "") throw new Error(String(text));
}

const POLL_MS = 10;

/** Waits until the page has the lists and begins. */
async function waitForBegin(page: PipePage): Promise<void> {
  const isThere = `document.readyState === "complete" && !!document.querySelector("#offer")`;
  while ((await page.evaluate(isThere)) !== true) await sleep(POLL_MS);
  await waitForState(page, "running");
}

async function measure(page: PipePage): Promise<DownloadTime> {
  await waitForBegin(page);
  const begin = performance.now();
  await waitForState(page, "checking");
  const fetched = (performance.now() - begin) / 1000;
  await waitForState(page, "done");
  return { fetched, done: (performance.now() - begin) / 1000 };
}

/** A Chromium with the extension that runs already, as people's browsers do: the one's start is no part of the other's speed. */
export interface RunningExtension {
  /** Downloads what the extension offers, as when a page hands a session's download over, and throws it away. */
  readonly download: (key: string) => Promise<DownloadTime>;
  readonly close: () => Promise<void>;
}

/** Starts Chromium with the extension, in a new profile. */
export async function startExtension(lab: ChromiumLab): Promise<RunningExtension> {
  const [downloads, profile] = [join(lab.folder, "downloads"), join(lab.folder, "chromium")];
  await writeProfile(profile, downloads);
  const [browser, id] = [start(lab, profile), await findId(lab.extension)];
  return {
    download: async (key) => {
      const page = await browser.open(`chrome-extension://${id}/${renderPageName({ key, path: OFFERED })}`);
      const time = await measure(page);
      await rm(join(downloads, nameOf(OFFERED)));
      await page.close();
      return time;
    },
    close: async () => {
      await browser.close();
      for (const folder of [downloads, profile]) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
