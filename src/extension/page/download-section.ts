import { findPart } from "../../verify/find-part.ts";
import type { Handover } from "../../verify/handover.ts";
import { countPieces } from "../../verify/piece-list.ts";
import { createTurns } from "../../verify/turns.ts";
import { builtIn } from "../built-in.ts";
import { clearIdle } from "../download/clear-away.ts";
import type { TargetPlace } from "../download/download-job.ts";
import { askForWay } from "../ways/host-permission.ts";
import { findAbilities } from "../ways/find-abilities.ts";
import { countRoom, rankWays, type Way } from "../ways/rank-ways.ts";
import { describeList } from "../words/describe-list.ts";
import { nameOf } from "../../verify/name-of.ts";
import { say } from "../words/say.ts";
import { type Desk, tellState } from "./desk.ts";
import { downloadHealed } from "./download-healed.ts";
import { downloadMany } from "./download-many.ts";
import { downloadOne } from "./download-one.ts";
import { loadOffer } from "./offer.ts";
import { pickPlace } from "./pick-place.ts";
import type { PieceOffer } from "./run-engine.ts";
import { findWay, showOffer, showWaysOf } from "./show-offer.ts";
import { showState } from "./show-state.ts";

/** Finds the ways anew, shows them, and gives the best. */
async function refreshWays(desk: Desk): Promise<Way> {
  const { section, offer } = desk;
  const abilities = { ...(await findAbilities(offer.mirrors)), hasPieces: offer.list !== undefined };
  const need = countRoom(offer.release.size, offer.begun);
  const ways = rankWays(abilities, need);
  const [wanted = "browser"] = rankWays({ ...abilities, hasHosts: true }, need);
  Object.assign(desk, { wanted });
  showWaysOf(section, offer, ways, abilities);
  return ways[0] ?? "browser";
}

function findPlace(way: Way, { sha256, path }: Desk["offer"]["release"]): Promise<TargetPlace | undefined> {
  return way === "storage" ? Promise.resolve({ kind: "storage", sha256 }) : pickPlace(nameOf(path));
}

async function begin(desk: Desk, way: Way): Promise<void> {
  const { offer } = desk;
  const { list } = offer;
  Object.assign(desk, { way, wish: "pause" });
  if (way === "browser" || !list) return downloadOne(desk);
  if (way === "stream") return downloadHealed(desk, { ...offer, list });
  const place = await findPlace(way, offer.release);
  if (place) await downloadMany(desk, { ...offer, list } satisfies PieceOffer, place);
}

/** What a way needs is asked for in the click that chooses it. */
async function beginChosen(desk: Desk, way: Way): Promise<void> {
  const isAllowed = way !== "stream" || (await askForWay(way, desk.offer.mirrors));
  if (isAllowed) await begin(desk, way);
}

/** The first click may ask for the mirrors' permission; the best way that the answer leaves is taken. */
async function onDownload(desk: Desk): Promise<void> {
  const { section, offer } = desk;
  if (findPart(section, "allow").hidden) return beginChosen(desk, findWay(section));
  const isAllowed = await askForWay(desk.wanted, offer.mirrors);
  const way = await refreshWays(desk);
  findPart(section, "hint").textContent = isAllowed ? "" : say("allow_refused");
  // A place can be picked only in a click of its own.
  if (way !== "file") await begin(desk, way);
}

async function onCancel(desk: Desk): Promise<void> {
  const isRunning = ["running", "writing", "checking"].includes(desk.section.dataset["state"] ?? "");
  desk.wish = "cancel";
  if (isRunning) return desk.turns.end();
  const isCleared = await clearIdle();
  tellState(desk, isCleared ? "cancelled" : "offer", isCleared ? "cancelled" : "elsewhere");
}

function listen(desk: Desk): void {
  const { section } = desk;
  const on = (part: string, act: () => unknown): void =>
    findPart(section, part).addEventListener("click", () => void act());
  on("download", () => onDownload(desk));
  on("resume", () => begin(desk, desk.way));
  on("cancel", () => onCancel(desk));
  on("pause", () => {
    desk.wish = "pause";
    desk.turns.end();
  });
}

function tellBegun(desk: Desk): void {
  const { begun, list, release } = desk.offer;
  const percent = new Intl.NumberFormat(say("language"), { style: "percent" });
  const part = percent.format(list ? begun / countPieces(list) : 0);
  tellState(desk, "paused", "begun", { name: nameOf(release.path), part });
}

async function open(desk: Desk, hasHandover: boolean): Promise<void> {
  const { section, offer } = desk;
  const way = await refreshWays(desk);
  desk.way = way;
  showOffer(section, offer);
  listen(desk);
  // A page that is loaded again does not begin again.
  if (hasHandover) history.replaceState(undefined, "", location.pathname);
  if (hasHandover && way === "storage") await begin(desk, way);
  else if (offer.begun > 0 && way === "storage") tellBegun(desk);
  else showState(section, "offer");
}

/** Starts the section that downloads: shows what is offered, and goes on with what has begun or was handed over. Gives the path of the offer. */
export async function startDownloadSection(section: HTMLElement, wish: Partial<Handover>): Promise<string | undefined> {
  findPart(section, "name").textContent = builtIn.name;
  const { state, offer } = await loadOffer(wish);
  findPart(section, "list").textContent = describeList(state);
  findPart(section, "again").onclick = () => location.reload();
  if (!offer) showState(section, "none");
  else
    await open(
      { section, turns: createTurns(), offer, way: "browser", wanted: "browser", wish: "pause", tried: 0 },
      // The list may not have it any more: then nothing else begins in its place.
      wish.key !== undefined && wish.path === offer.release.path,
    );
  return offer?.release.path;
}
