import { createHash } from "node:crypto";
import { mkdir, realpath, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { makeLaunchOptions } from "../../browser/harness/launch-options.ts";
import { nameOf } from "../../../src/extension/words/name-of.ts";
import type { ChromiumLab } from "../../extension/chromium.ts";
import { OFFERED } from "../../extension/signed-release.ts";
import { ensureProgram } from "../../setup/ensure-program.ts";
import { type ChromiumPipe, startChromiumPipe } from "./chromium-pipe.ts";

/** The extension's ways that are measured: to a picked place, and through the browser's storage to the downloads. */
export const WAYS = ["file", "storage"] as const;

/** How long a way takes, in seconds. */
export interface WayTime {
  /** Until every piece is there and was checked. */
  readonly fetched: number;
  /** Until the person is told that the file is there: it was read once more, and saved. */
  readonly done: number;
}

/** Nobody picks a place here, so the page picks one in its own storage: the same kind of handle. */
const PICK_IN_STORAGE = `window.showSaveFilePicker = async () =>
  (await navigator.storage.getDirectory()).getFileHandle("picked", { create: true })`;

const POLL_MS = 20;

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

/** Waits until the page's offer is in a state; rejects when the download has failed. */
async function waitForState(evaluate: (expression: string) => Promise<unknown>, state: string): Promise<void> {
  for (let now: unknown; now !== state; await sleep(POLL_MS)) {
    now = await evaluate(`document.querySelector("#offer")?.dataset.state`);
    if (now === "failed") throw new Error(String(await evaluate(`document.querySelector("#offer").innerText`)));
  }
}

async function measure({ open }: ChromiumPipe, url: string, way: (typeof WAYS)[number]): Promise<WayTime> {
  const evaluate = await open(url);
  await waitForState(evaluate, "offer");
  if (way === "file") await evaluate(`${PICK_IN_STORAGE}; undefined`);
  await evaluate(`document.querySelector("input[value=${way}]").click()`);
  const begin = performance.now();
  await evaluate(`document.querySelector("[data-part=download]").click()`);
  await waitForState(evaluate, "checking");
  const fetched = (performance.now() - begin) / 1000;
  await waitForState(evaluate, "done");
  return { fetched, done: (performance.now() - begin) / 1000 };
}

/** Downloads what the extension offers in one of its ways, in a new profile. */
export async function runExtension(lab: ChromiumLab, way: (typeof WAYS)[number]): Promise<WayTime> {
  const [downloads, profile] = [join(lab.folder, "downloads"), join(lab.folder, "chromium")];
  await writeProfile(profile, downloads);
  const browser = start(lab, profile);
  try {
    const time = await measure(browser, `chrome-extension://${await findId(lab.extension)}/page.html`, way);
    if (way === "storage") await stat(join(downloads, nameOf(OFFERED)));
    return time;
  } finally {
    await browser.close();
    for (const folder of [downloads, profile]) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
