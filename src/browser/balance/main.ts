/** Runs the simulator anew in the page about balancing: `[data-simulator]`. All listeners are here. */
import { findPart } from "../../verify/find-part.ts";
import { type Controls, findControls } from "./controls.ts";
import { showAnswer } from "./show-answer.ts";
import type { SimulatorAnswer } from "./simulator-job.ts";

/** How long nobody must touch a control before the simulator runs, in milliseconds. */
const REST_MS = 250;

/** Gives what begins a run once nobody has changed anything for a while; one that is under way ends at once, as its answer would be stale. */
function createRuns(root: HTMLElement, { read }: Controls): () => void {
  const news = findPart(root, "news");
  const tell = (state: string): void => {
    root.dataset["state"] = state;
    news.textContent = news.dataset[state] ?? "";
  };
  let worker: Worker | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const begin = (): void => {
    worker = new Worker(root.dataset["simulator"] ?? "");
    worker.addEventListener("message", ({ data }: MessageEvent<SimulatorAnswer>) => {
      showAnswer(root, data);
      root.dataset["state"] = "done";
    });
    worker.addEventListener("error", () => tell("failed"));
    worker.postMessage(read());
  };
  return () => {
    worker?.terminate();
    clearTimeout(timer);
    tell("running");
    timer = setTimeout(begin, REST_MS);
  };
}

function startSimulator(root: HTMLElement): void {
  const controls = findControls(root);
  const run = createRuns(root, controls);
  const form = findPart(root, "controls") as HTMLFieldSetElement;
  form.disabled = false;
  form.addEventListener("input", ({ target }) => {
    if (target === findPart(root, "scenario")) controls.reset();
    controls.tell();
    run();
  });
  root.dataset["state"] = "ready";
}

const root = document.querySelector<HTMLElement>("[data-simulator]");
if (root) startSimulator(root);
