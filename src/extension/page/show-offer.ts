import { findPart } from "../../verify/find-part.ts";
import { nameOf } from "../../verify/name-of.ts";
import { keepAllowed } from "../ways/match-sites.ts";
import { formatSize } from "../words/format-size.ts";
import { say } from "../words/say.ts";
import type { Desk } from "./desk.ts";
import { findWay, showPromise } from "./show-ways.ts";

/** Shows what is offered: its name, its size, the mirror that is asked first, and what the chosen way promises. */
export function showOffer({ section, offer, allowed }: Desk): void {
  const { release, mirrors } = offer;
  const usable = findWay(section) === "browser" ? [] : keepAllowed(mirrors, allowed);
  const first = usable[0] ?? mirrors[0];
  showPromise(section);
  findPart(section, "name").textContent = nameOf(release.path);
  findPart(section, "size").textContent = formatSize(release.size, say("language"));
  findPart(section, "mirror").textContent = first ? new URL(first.url_prefix).host : "–";
}
