import { checkChosen, type CheckSource, type Outcome } from "../../verify/check-chosen.ts";
import { findPart } from "../../verify/find-part.ts";
import { showName } from "../../verify/show-name.ts";
import { tellOutcome, type Wish } from "../../verify/tell-outcome.ts";
import { createTurns } from "../../verify/turns.ts";
import { loadPieces } from "../lists/load-pieces.ts";
import { loadReleases, toListLoad } from "../lists/load-releases.ts";
import { startCheckWorker } from "../lists/start-check-worker.ts";
import { type MessageKey, say, type Words } from "../words/say.ts";
import { createProgressBar } from "./progress-bar.ts";
import { showState } from "./show-state.ts";

const SOURCE: CheckSource = {
  loadList: async () => toListLoad(await loadReleases()),
  loadPieces: async (release) => {
    const list = await loadPieces(release);
    return list && new Uint8Array(list.hashes);
  },
  startWorker: startCheckWorker,
};

/** The message for a state; without its pieces a file that is wrong is no less wrong. */
function toMessage(state: string): MessageKey {
  return `check_${state.replace("mismatch-whole", "mismatch").replaceAll("-", "_")}` as MessageKey;
}

function tell(section: HTMLElement, state: string, words: Words = {}): void {
  showState(section, state);
  findPart(section, "news").textContent = say(toMessage(state), words);
}

async function check(section: HTMLElement, wish: Wish, signal: AbortSignal): Promise<Outcome | undefined> {
  tell(section, "checking", { name: showName(wish.file.name) });
  const progress = createProgressBar(section);
  progress.begin({ total: wish.file.size, done: 0 });
  const outcome = await checkChosen({ ...wish, source: SOURCE, onBytes: progress.add, signal }).catch((): Outcome => ({
    kind: "no-list",
  }));
  if (signal.aborted) return undefined;
  const { state, words } = tellOutcome(outcome, wish, say("language"));
  tell(section, state, words);
  return outcome;
}

/** Listens for files that are picked, and for those that are dropped anywhere in the page. */
function listenForFiles(picker: HTMLInputElement, choose: (file: File | undefined) => void): void {
  picker.addEventListener("change", () => {
    choose(picker.files?.[0]);
    // The same file may be chosen again.
    picker.value = "";
  });
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    choose(event.dataTransfer?.files[0]);
  });
}

/** Starts the section that checks files. `offered` gives the path of the file that is offered, which a chosen one is taken for first. */
export function startCheckSection(section: HTMLElement, offered: () => string): void {
  const picker = findPart(section, "picker") as HTMLInputElement;
  const turns = createTurns();
  const begin = async (wish: Wish): Promise<void> => {
    const outcome = await check(section, wish, turns.begin());
    if (outcome?.kind !== "other-file") return;
    findPart(section, "other").onclick = () => void begin({ ...wish, offered: outcome.file.path });
  };
  listenForFiles(picker, (file) => {
    if (file) void begin({ file, offered: offered(), every: false });
  });
  findPart(section, "cancel").addEventListener("click", () => {
    turns.end();
    tell(section, "cancelled");
    picker.focus();
  });
  showState(section, "ready");
}
