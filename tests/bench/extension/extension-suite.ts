import { setTimeout as sleep } from "node:timers/promises";
import { askedPieces } from "../../extension/asked-pieces.ts";
import { CHECKED_NOW, type CheckedNow, isNoted } from "../../extension/checked-now.ts";
import { type ExtensionLab, startExtensionLab } from "../../extension/extension-lab.ts";
import { goodMirrors } from "../../extension/good-mirrors.ts";
import { hashFile } from "../../extension/hash-file.ts";
import { renderPageName } from "../../../src/extension/page-url.ts";
import { KEY_OF_FIVE } from "../../extension/key-of-five.ts";
import { LIST_CHECKED } from "../../extension/list-checked.ts";
import { OFFERED } from "../../extension/signed-release.ts";
import { FIVE_MIRRORS } from "../../verify/download/five-mirrors.ts";
import { makeSampleFile } from "../../verify/download/sample-file.ts";
import { renderFigures, renderTenths } from "../figures.ts";
import type { ProgramSuite } from "../suite.ts";
import { LAB_BROWSERS, type LabBrowser } from "./lab-browser.ts";

const MIB = 2 ** 20;
const MEBIBYTES = 256;

/** The most of a file's size that may come in vain. */
const MOST_WASTED = 0.05;

/** Of each connection, in bytes a millisecond: slow enough for the browser to be killed half-way. */
const RESUMED_RATE = 20_000;

const POLL_MS = 50;
const PAGE = renderPageName({ key: KEY_OF_FIVE, path: OFFERED });
const WASTED = `Number(/: \\D*([\\d.]+) MB/.exec(document.querySelector("[data-part=wasted]").textContent)?.[1] ?? 0)`;
const DONE = `document.querySelector("#offer").dataset.state === "done"`;
const LIAR = `/flips\\.example[^]*sent wrong bytes, dropped/.test(document.querySelector(".bars").innerText)`;

async function waitUntil({ evaluate }: LabBrowser, condition: string): Promise<void> {
  while (!(await evaluate(condition))) await sleep(POLL_MS);
}

interface Figures {
  readonly seconds: number;
  /** In megabytes. */
  readonly wasted: number;
  readonly isRight: boolean;
  readonly hasToldLiar: boolean;
  /** How many pieces were checked when the browser was killed, whether the page had shown no more than that, and how many of them were asked for again. */
  readonly kept: number;
  readonly hasNoted: boolean;
  readonly twice: number;
}

type Resumed = Pick<Figures, "kept" | "hasNoted" | "twice">;

type Start = (lab: ExtensionLab) => Promise<LabBrowser>;

async function measureFive(lab: ExtensionLab, start: Start): Promise<Omit<Figures, keyof Resumed>> {
  lab.serve(FIVE_MIRRORS);
  const browser = await start(lab);
  try {
    const begin = performance.now();
    await browser.open(PAGE);
    await waitUntil(browser, DONE);
    const seconds = (performance.now() - begin) / 1000;
    const isRight = hashFile(await browser.readDownload()) === hashFile(lab.file.bytes);
    const [wasted, hasToldLiar] = [await browser.evaluate(WASTED), await browser.evaluate(LIAR)];
    return { seconds, wasted: Number(wasted), isRight, hasToldLiar: hasToldLiar === true };
  } finally {
    await browser.close();
  }
}

async function measureResumed(lab: ExtensionLab, start: Start): Promise<Resumed> {
  lab.serve(goodMirrors(RESUMED_RATE));
  const killed = await start(lab);
  await killed.open(PAGE);
  await waitUntil(killed, `document.querySelector("#offer progress").value > 0.5`);
  const before = (await killed.evaluate(CHECKED_NOW)) as CheckedNow;
  await killed.kill();
  const browser = await start(lab);
  try {
    await browser.open("page.html");
    await waitUntil(browser, `document.querySelector("#offer").dataset.state === "paused"`);
    const later = (await browser.evaluate(LIST_CHECKED)) as number[];
    lab.forget();
    await browser.evaluate(`document.querySelector("[data-part=resume]").click()`);
    await waitUntil(browser, DONE);
    const asked = askedPieces(lab);
    const kept = [...new Set([...before.noted, ...later])];
    const twice = kept.filter((piece) => asked.has(piece)).length;
    return { kept: kept.length, hasNoted: isNoted(before, lab.file.list), twice };
  } finally {
    await browser.close();
  }
}

function findBroken(name: string, { wasted, isRight, hasToldLiar, kept, hasNoted, twice }: Figures): readonly string[] {
  const most = (MOST_WASTED * MEBIBYTES * MIB) / 1e6;
  return [
    ...(isRight ? [] : [`${name}: the file must be right`]),
    ...(hasToldLiar ? [] : [`${name}: the mirror that lies must be told`]),
    ...(wasted < most
      ? []
      : [`${name}: at most ${renderTenths(most)} MB may come in vain, got ${renderTenths(wasted)}`]),
    ...(hasNoted ? [] : [`${name}: what the page shows as checked must be noted, got ${kept} pieces`]),
    ...(twice === 0 ? [] : [`${name}: no piece may be asked for twice, got ${twice} of ${kept}`]),
  ];
}

async function runSuite(tell: (text: string) => void): Promise<readonly string[]> {
  const file = makeSampleFile(MEBIBYTES * MIB, MIB);
  const rows: string[][] = [];
  const broken: string[] = [];
  for (const [name, start] of Object.entries(LAB_BROWSERS)) {
    const lab = await startExtensionLab(FIVE_MIRRORS, { file });
    const figures = { ...(await measureFive(lab, start)), ...(await measureResumed(lab, start)) };
    await lab.close();
    const { seconds, wasted, kept, twice } = figures;
    rows.push([name, renderTenths(seconds), renderTenths(wasted), String(kept), String(twice)]);
    broken.push(...findBroken(name, figures));
  }
  tell(renderFigures(["browser", "s", "MB in vain", "pieces kept", "asked twice"], rows));
  tell(
    "five mirrors: one dead, one stalls half-way, one flips a byte, one without Range, one slow; then three, and the browser is killed half-way",
  );
  return broken;
}

/** Whether the extension gets a big file whole from mirrors with faults, and goes on after the browser was killed. */
export const extensionSuite: ProgramSuite = {
  name: "extension",
  title: `extension: ${MEBIBYTES} MiB in pieces of 1 MiB, in real browsers`,
  runProgram: runSuite,
};
