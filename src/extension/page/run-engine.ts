import { findPart } from "../../verify/find-part.ts";
import { measurePieces, type PieceList } from "../../verify/piece-list.ts";
import { builtIn } from "../built-in.ts";
import type { TargetPlace } from "../download/download-job.ts";
import { getFile, type GetEnd, type GetWatch } from "../download/get-file.ts";
import { formatSize } from "../words/format-size.ts";
import { say } from "../words/say.ts";
import { createMirrorBars } from "./mirror-bars.ts";
import { createProgressBar } from "./progress-bar.ts";
import type { Offer } from "./offer.ts";
import { showState } from "./show-state.ts";

/** An offer whose pieces are known. */
export type PieceOffer = Offer & { readonly list: PieceList };

function tellWasted(section: HTMLElement, bytes: number): void {
  const size = formatSize(bytes, say("language"));
  findPart(section, "wasted").textContent = bytes > 0 ? say("wasted", { size }) : "";
}

function watch(section: HTMLElement, { list, release }: PieceOffer, signal: AbortSignal): GetWatch {
  const bars = createMirrorBars(section, release.size);
  const progress = createProgressBar(section);
  const begin = (done: number): void => progress.begin({ total: list.size, done });
  begin(0);
  tellWasted(section, 0);
  return {
    signal,
    onReport: (report) => {
      if ("checked" in report) begin(measurePieces(list, report.checked));
      else if ("wasted" in report) tellWasted(section, report.wasted);
      else bars.note(report.event);
      if ("event" in report && report.event.kind === "piece-checked") progress.add(report.event.bytes);
    },
    onCheck: () => {
      showState(section, "checking");
      findPart(section, "news").textContent = say("checking_whole");
      begin(0);
    },
    onChecked: progress.add,
  };
}

/** How it ended; `isPlaced`: the file stands in its place, whether it was found right there or not. */
export type EngineEnd = GetEnd & { readonly isPlaced: boolean };

/** Fetches what is offered to a place, from several mirrors, and shows how it goes. Never rejects. */
export async function runEngine(
  section: HTMLElement,
  offer: PieceOffer,
  place: TargetPlace,
  signal: AbortSignal,
): Promise<EngineEnd> {
  const { release, list, visit, mirrors } = offer;
  const job = { list, path: release.path, visit, mirrors, pool: builtIn.pool, place, damaged: [] };
  const shown = watch(section, offer, signal);
  let isPlaced = false;
  const onCheck = (): void => {
    isPlaced = true;
    shown.onCheck();
  };
  try {
    return { ...(await getFile(job, { ...shown, onCheck })), isPlaced };
  } catch {
    return { ...(signal.aborted ? { kind: "stopped" } : { kind: "failed", reason: "broken" }), isPlaced };
  }
}
