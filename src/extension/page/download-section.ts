import { findPart } from "../../verify/find-part.ts";
import type { Handover } from "../../verify/handover.ts";
import { nameOf } from "../../verify/name-of.ts";
import { createTurns } from "../../verify/turns.ts";
import { builtIn } from "../built-in.ts";
import { clearIdle } from "../download/clear-away.ts";
import { describeList } from "../words/describe-list.ts";
import { say } from "../words/say.ts";
import { askForMirrors, beginWay, refreshWays } from "./begin-way.ts";
import { castProgress } from "./cast-progress.ts";
import { createGuard } from "./create-guard.ts";
import { type Desk, tellState } from "./desk.ts";
import { isUnderWay } from "./is-under-way.ts";
import { loadOffer, measureBegun, type Offer } from "./offer.ts";
import { offerAgain } from "./offer-again.ts";
import { mustAsk, showAsk } from "./show-ask.ts";
import { showOffer } from "./show-offer.ts";
import { showState } from "./show-state.ts";
import { findWay } from "./show-ways.ts";

function isRunning({ section }: Desk): boolean {
  return isUnderWay(section.dataset["state"]);
}

async function onCancel(desk: Desk): Promise<void> {
  desk.wish = "cancel";
  if (isRunning(desk)) return desk.turns.end();
  const isCleared = await clearIdle();
  tellState(desk, isCleared ? { state: "cancelled", key: "cancelled" } : { state: "offer", key: "elsewhere" });
}

function stop(desk: Desk, wish: Desk["wish"]): void {
  desk.wish = wish;
  desk.turns.end();
}

/** What the user lets the extension ask has changed, here or in the browser's own pages. */
async function onPermissions(desk: Desk): Promise<void> {
  await refreshWays(desk);
  // The browser's own download goes on by itself.
  if (isRunning(desk) && desk.way !== "stream" && mustAsk(desk, desk.way)) stop(desk, "revoked");
}

function listen(desk: Desk): void {
  const { section } = desk;
  const guard = createGuard();
  const on = (part: string, act: () => unknown): void => findPart(section, part).addEventListener("click", () => act());
  on("download", () => guard(() => beginWay(desk, findWay(section))));
  on("resume", () => guard(() => beginWay(desk, desk.way)));
  on("allow-more", () => guard(() => askForMirrors(desk)));
  on("cancel", () => void onCancel(desk));
  on("pause", () => stop(desk, "pause"));
  findPart(section, "ways").addEventListener("change", () => {
    showAsk(desk);
    showOffer(desk);
  });
  for (const event of [chrome.permissions.onAdded, chrome.permissions.onRemoved])
    event.addListener(() => void onPermissions(desk));
}

function tellBegun(desk: Desk): void {
  const { offer } = desk;
  const percent = new Intl.NumberFormat(say("language"), { style: "percent" });
  const words = { name: nameOf(offer.release.path), part: percent.format(measureBegun(offer)) };
  tellState(desk, { state: "paused", key: "begun", words });
}

/** Goes on with what has begun, begins what was handed over, or waits for a click. */
async function open(desk: Desk, hasHandover: boolean): Promise<void> {
  const { section, offer } = desk;
  const [way = "browser"] = await refreshWays(desk);
  desk.way = way;
  listen(desk);
  // Only what is kept in the extension's own storage needs no more than a permission that is there.
  castProgress(section, () => desk.way !== "storage" || mustAsk(desk, desk.way));
  // A page that is loaded again does not begin again.
  if (hasHandover) history.replaceState(undefined, "", location.pathname);
  const isReady = way === "storage" && !mustAsk(desk, way);
  if (hasHandover && isReady && offer.other === undefined) await beginWay(desk, way);
  else if (offer.begun > 0 && way === "storage") tellBegun(desk);
  else if (offer.other !== undefined)
    tellState(desk, { state: "offer", key: "other_kept", words: { other: nameOf(offer.other) } });
  else showState(section, "offer");
}

function makeDesk(section: HTMLElement, offer: Offer): Desk {
  return { section, offer, turns: createTurns(), allowed: [], way: "browser", wish: "pause", tried: 0 };
}

/** Starts the section that downloads: shows what is offered, and goes on with what has begun or was handed over. Gives the path of the offer. */
export async function startDownloadSection(section: HTMLElement, wish: Partial<Handover>): Promise<string | undefined> {
  findPart(section, "name").textContent = builtIn.name;
  const { state, offer } = await loadOffer(wish);
  findPart(section, "list").textContent = describeList(state);
  // The list may not have it any more: then nothing else begins in its place.
  const hasHandover = wish.key !== undefined && wish.path === offer?.release.path;
  if (offer) await open(makeDesk(section, offer), hasHandover);
  else await offerAgain(section, state);
  return offer?.release.path;
}
