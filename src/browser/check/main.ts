/** The box that checks a downloaded file in the page: `[data-check]`. All listeners are here. */
import type { CheckSource } from "../../verify/check-chosen.ts";
import { findPart } from "../../verify/find-part.ts";
import { openBox } from "./box.ts";
import { openSource } from "./load-list.ts";
import { type CheckTools, runCheck } from "./run-check.ts";
import { type MendTools, runMend } from "./run-mend.ts";
import { takeDrops } from "./take-drops.ts";
import type { Wish } from "../../verify/tell-outcome.ts";
import { createTurns } from "../../verify/turns.ts";

function findSource({ releases = "", key = "", worker = "" }: DOMStringMap): CheckSource {
  return openSource({ url: new URL(releases, location.href).href, key, startWorker: () => new Worker(worker) });
}

function findMendTools({ pool = "", dev, mender = "" }: DOMStringMap): Pick<MendTools, "pool" | "loadMender"> {
  return {
    pool: { url: pool, dev: dev !== undefined },
    loadMender: () => import(mender) as ReturnType<MendTools["loadMender"]>,
  };
}

/** Makes what checks a file, and what its outcome offers to do. */
function makeCheck({ dataset }: HTMLElement, tools: MendTools): (wish: Wish) => void {
  const check = (wish: Wish): void => void runCheck(wish, checking, tools.begin());
  const checking: CheckTools = {
    ...{ box: tools.box, lang: tools.lang, source: findSource(dataset) },
    acts: {
      other: (wish, outcome) => check({ ...wish, offered: "file" in outcome ? outcome.file.path : wish.offered }),
      every: (wish) => check({ ...wish, every: true }),
      repair: (wish, outcome) => void runMend(wish, outcome, tools),
    },
  };
  return check;
}

function startPicker(picker: HTMLInputElement, take: (file: File | undefined) => void): void {
  picker.addEventListener("change", () => {
    take(picker.files?.[0]);
    // The same file may be chosen again.
    picker.value = "";
  });
  picker.disabled = false;
}

function startBox(root: HTMLElement): void {
  const { path = "" } = root.dataset;
  const [picker, turns] = [findPart(root, "picker") as HTMLInputElement, createTurns()];
  const [box, { lang }] = [openBox(root), document.documentElement];
  const check = makeCheck(root, { box, lang, begin: turns.begin, ...findMendTools(root.dataset) });
  const choose = (file: File | undefined): void => {
    if (file) check({ file, offered: path, every: false });
  };
  findPart(root, "cancel").addEventListener("click", () => {
    turns.end();
    box.progress(undefined);
    box.show("cancelled");
    picker.focus();
  });
  startPicker(picker, choose);
  takeDrops(root, choose);
}

const root = document.querySelector<HTMLElement>("[data-check]");
if (root) startBox(root);
