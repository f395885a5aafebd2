/** The box that checks a downloaded file in the page: `[data-check]`. All listeners are here. */
import { findPart, openBox } from "./box.ts";
import { type Acts, createChecker } from "./checker.ts";
import type { ListSource } from "./load-list.ts";

function findSource({ releases = "", key = "", worker = "" }: DOMStringMap): ListSource {
  return { url: new URL(releases, location.href).href, key, startWorker: () => new Worker(worker) };
}

function startBox(root: HTMLElement): void {
  const { path = "" } = root.dataset;
  const picker = findPart(root, "picker") as HTMLInputElement;
  const acts: Acts = {
    choose: () => picker.click(),
    other: (wish, outcome) => void checker.check({ ...wish, offered: "file" in outcome ? outcome.file.path : path }),
    every: (wish) => void checker.check({ ...wish, every: true }),
  };
  const { lang } = document.documentElement;
  const checker = createChecker({ box: openBox(root), source: findSource(root.dataset), acts, lang });
  const choose = (file: File | undefined): void => {
    if (file) void checker.check({ file, offered: path, every: false });
  };
  picker.addEventListener("change", () => {
    choose(picker.files?.[0]);
    // The same file may be chosen again.
    picker.value = "";
  });
  findPart(root, "cancel").addEventListener("click", () => {
    checker.cancel();
    picker.focus();
  });
  root.addEventListener("dragover", (event) => event.preventDefault());
  root.addEventListener("drop", (event) => {
    event.preventDefault();
    choose(event.dataTransfer?.files[0]);
  });
}

const root = document.querySelector<HTMLElement>("[data-check]");
if (root) startBox(root);
