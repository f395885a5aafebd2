/** The box that checks a downloaded file in the page: `[data-check]`. All listeners are here. */
import type { CheckSource } from "../../verify/check-chosen.ts";
import { findPart } from "../../verify/find-part.ts";
import { openBox } from "./box.ts";
import { openSource } from "./load-list.ts";
import { type Acts, type CheckTools, runCheck } from "./run-check.ts";
import { type MendTools, runMend } from "./run-mend.ts";
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

function startBox(root: HTMLElement): void {
  const { path = "" } = root.dataset;
  const [picker, turns] = [findPart(root, "picker") as HTMLInputElement, createTurns()];
  const [box, { lang }] = [openBox(root), document.documentElement];
  const mending = { box, lang, ...findMendTools(root.dataset), begin: turns.begin };
  const check = (wish: Wish): void => void runCheck(wish, tools, turns.begin());
  const choose = (file: File | undefined): void => {
    if (file) check({ file, offered: path, every: false });
  };
  const acts: Acts = {
    other: (wish, outcome) => check({ ...wish, offered: "file" in outcome ? outcome.file.path : path }),
    every: (wish) => check({ ...wish, every: true }),
    repair: (wish, outcome) => void runMend(wish, outcome, mending),
  };
  const tools: CheckTools = { box, source: findSource(root.dataset), acts, lang };
  picker.addEventListener("change", () => {
    choose(picker.files?.[0]);
    // The same file may be chosen again.
    picker.value = "";
  });
  findPart(root, "cancel").addEventListener("click", () => {
    turns.end();
    box.progress(undefined);
    box.show("cancelled");
    picker.focus();
  });
  picker.disabled = false;
  root.addEventListener("dragover", (event) => event.preventDefault());
  root.addEventListener("drop", (event) => {
    event.preventDefault();
    choose(event.dataTransfer?.files[0]);
  });
}

const root = document.querySelector<HTMLElement>("[data-check]");
if (root) startBox(root);
