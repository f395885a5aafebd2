import { findPart } from "../../verify/find-part.ts";
import { listAsked, listHosts } from "../ways/list-asked.ts";
import { keepAllowed } from "../ways/match-sites.ts";
import type { Way } from "../ways/rank-ways.ts";
import { say } from "../words/say.ts";
import type { Desk } from "./desk.ts";
import { findWay } from "./show-ways.ts";

/** Tells whether a way is closed until the browser's user lets the extension ask the mirrors. */
export function mustAsk({ offer: { mirrors }, allowed }: Desk, way: Way): boolean {
  return way !== "browser" && mirrors.length > 0 && keepAllowed(mirrors, allowed).length === 0;
}

/** Shows what the browser would have to allow for the way that is chosen, or could allow beside. */
export function showAsk(desk: Desk): void {
  const { section, offer, allowed } = desk;
  const way = findWay(section);
  const [isClosed, hosts] = [mustAsk(desk, way), listHosts(offer.mirrors)];
  const some = listHosts(keepAllowed(offer.mirrors, allowed)).length;
  const isPart = way !== "browser" && some > 0 && some < hosts.length;
  findPart(section, "allow").hidden = !isClosed && !isPart;
  findPart(section, "allow-more").hidden = !isPart;
  findPart(section, "why").textContent = isPart
    ? say("allow_more_why", { some: String(some), all: String(hosts.length) })
    : say("allow_why");
  findPart(section, "hosts").textContent = listAsked(offer.mirrors, allowed).join(" ");
  findPart(section, "download").textContent = say(isClosed ? "download_allow" : "download");
}
