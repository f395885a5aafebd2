import { findPart } from "../../verify/find-part.ts";
import { nameOf } from "../../verify/name-of.ts";
import type { TargetPlace } from "../download/download-job.ts";
import { askForHosts, listAllowed, listOwnAsked } from "../ways/host-permission.ts";
import { listAsked } from "../ways/list-asked.ts";
import { findAbilities } from "../ways/find-abilities.ts";
import { countRoom, rankWays, type Way } from "../ways/rank-ways.ts";
import { say } from "../words/say.ts";
import type { Desk } from "./desk.ts";
import { downloadHealed } from "./download-healed.ts";
import { downloadMany } from "./download-many.ts";
import { downloadOne } from "./download-one.ts";
import { pickPlace } from "./pick-place.ts";
import { mustAsk, showAsk } from "./show-ask.ts";
import { showOffer } from "./show-offer.ts";
import { chooseWay, explainWays, showWays } from "./show-ways.ts";

/** Finds the ways anew, shows them and what they need, and gives them, the best first. */
export async function refreshWays(desk: Desk): Promise<readonly Way[]> {
  const { section, offer } = desk;
  const abilities = { ...(await findAbilities()), hasPieces: offer.list !== undefined };
  desk.allowed = await listAllowed();
  const ways = rankWays(abilities, countRoom(offer.release.size, offer.begun));
  showWays(section, ways);
  explainWays(section, offer, ways, abilities);
  showAsk(desk);
  showOffer(desk);
  return ways;
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
  if (place) await downloadMany(desk, { ...offer, list }, place);
}

/** Asks for what the session's next mirrors need, and shows what came of it; it must be called in the click itself. */
export async function askForMirrors(desk: Desk, way?: Way): Promise<boolean> {
  const { allowed, offer } = desk;
  const isAllowed = await askForHosts([...listOwnAsked(allowed), ...listAsked(offer.mirrors, allowed)], way);
  await refreshWays(desk);
  return isAllowed;
}

/** Begins in a way, or goes on in it. What the way needs is asked for first, in the same click; where that is refused the browser itself downloads. */
export async function beginWay(desk: Desk, way: Way): Promise<void> {
  // The filter is asked for each time: only Firefox knows whether it was given, and does not ask again.
  if (way !== "stream" && !mustAsk(desk, way)) return begin(desk, way);
  const isAllowed = await askForMirrors(desk, way);
  if (!isAllowed) chooseWay(desk.section, "browser");
  showAsk(desk);
  showOffer(desk);
  findPart(desk.section, "hint").textContent = isAllowed ? "" : say("allow_refused");
  // A place can be picked only in a click of its own.
  if (!isAllowed) await begin(desk, "browser");
  else if (way !== "file") await begin(desk, way);
}
