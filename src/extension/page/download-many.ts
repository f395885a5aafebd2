import { clearAway } from "../download/clear-away.ts";
import type { TargetPlace } from "../download/download-job.ts";
import type { GetEnd } from "../download/get-file.ts";
import { removeParts } from "../download/part-files.ts";
import { keep } from "../lists/kept.ts";
import { saveBlob } from "../ways/save-blob.ts";
import { nameOf } from "../../verify/name-of.ts";
import { showName } from "../../verify/show-name.ts";
import type { MessageKey } from "../words/say.ts";
import { type Desk, type Telling, tellState } from "./desk.ts";
import { holdDownload } from "./hold-download.ts";
import { holdPage } from "./hold-page.ts";
import { isEmptyPlace } from "./is-empty-place.ts";
import { notePlace } from "./note-place.ts";
import { type EngineEnd, type PieceOffer, runEngine } from "./run-engine.ts";

/** A place that was picked holds what was put there and not found right, or the empty file that picking leaves; what somebody else wrote there since stays. */
async function clearPlace(place: TargetPlace, { isPlaced }: EngineEnd): Promise<void> {
  if (place.kind === "storage") return clearAway();
  const handle = place.handle as FileSystemFileHandle & { readonly remove?: () => Promise<void> };
  if (!isPlaced && !(await isEmptyPlace(handle))) return;
  // It may be gone by now.
  await handle.remove?.().catch(() => undefined);
}

async function finish(desk: Desk, place: TargetPlace, file: File): Promise<Telling> {
  if (place.kind === "file")
    return { state: "done", key: "done_in_place", words: { name: showName(place.handle.name) } };
  tellState(desk, { state: "saving", key: "saving" });
  // Until it is saved, the pieces are what it is saved from.
  const saved = await saveBlob(file, nameOf(desk.offer.release.path));
  if (saved === undefined) return { state: "failed", key: "failed_not_saved" };
  await clearAway();
  return { state: "done", key: "done", words: { name: saved } };
}

async function stop({ wish }: Desk, place: TargetPlace, end: EngineEnd): Promise<Telling> {
  if (wish === "pause") return { state: "paused", key: "paused" };
  if (wish === "revoked" && place.kind === "storage") return { state: "paused", key: "permission_lost" };
  await clearPlace(place, end);
  return wish === "revoked" ? { state: "offer", key: "permission_lost" } : { state: "cancelled", key: "cancelled" };
}

function toMessage(reason: Extract<GetEnd, { kind: "failed" }>["reason"]): MessageKey {
  if (reason === "too-late") return "failed_broken";
  return `failed_${reason.replaceAll("-", "_")}` as Exclude<MessageKey, "failed_too_late">;
}

async function run(desk: Desk, offer: PieceOffer, place: TargetPlace): Promise<Telling> {
  const { release, visit } = offer;
  const words = { name: nameOf(release.path) };
  const signal = desk.turns.begin();
  // What is written to a picked place can't be paused.
  tellState(desk, { state: place.kind === "file" ? "writing" : "running", key: "running", words });
  if (place.kind === "storage") {
    await removeParts(release.sha256);
    await keep("download", { path: release.path, sha256: release.sha256, ...visit });
  }
  const work = runEngine(desk.section, offer, place, signal);
  // What goes to a picked place is lost when the page is closed.
  const end = await (place.kind === "file" ? holdPage(notePlace(place.handle, work)) : work);
  if (end.kind === "whole") return finish(desk, place, end.file);
  if (end.kind === "stopped") return stop(desk, place, end);
  if (place.kind === "file") await clearPlace(place, end);
  return { state: "failed", key: toMessage(end.reason) };
}

/** Downloads what is offered from several mirrors at once, to a place, and tells how it goes and what came of it. */
export function downloadMany(desk: Desk, offer: PieceOffer, place: TargetPlace): Promise<void> {
  return holdDownload(desk, () => run(desk, offer, place));
}
