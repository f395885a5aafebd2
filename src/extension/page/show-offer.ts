import { findPart } from "../../verify/find-part.ts";
import { listHosts } from "../ways/host-permission.ts";
import { type Abilities, countRoom, type Way } from "../ways/rank-ways.ts";
import { formatSize } from "../words/format-size.ts";
import { nameOf } from "../../verify/name-of.ts";
import { type MessageKey, say } from "../words/say.ts";
import type { Offer } from "./offer.ts";

const WAY_WORDS: Readonly<Record<Way, MessageKey>> = {
  storage: "way_storage",
  file: "way_file",
  stream: "way_stream",
  browser: "way_browser",
};

/** Tells why the best way is not to be had, if it is not. */
function explain(way: Way | undefined, { hasHosts, hasPieces, hasStorage, room }: Abilities, need: number): string {
  if (way === "stream") return say("way_stream");
  if (!hasPieces) return say("no_pieces");
  if (!hasHosts) return "";
  if (!hasStorage) return say("private_window");
  if (room >= need) return "";
  const lang = say("language");
  return say("no_room", { room: formatSize(room, lang), need: formatSize(need, lang) });
}

function showWays(section: HTMLElement, ways: readonly Way[]): void {
  const [group, template] = [findPart(section, "ways"), section.querySelector<HTMLTemplateElement>("[data-part=way]")];
  group.replaceChildren();
  for (const way of template ? ways : []) {
    const content = document.importNode(template?.content ?? new DocumentFragment(), true);
    const [input, words] = [content.querySelector("input"), content.querySelector("span")];
    if (input) Object.assign(input, { value: way, checked: way === ways[0] });
    if (words) words.textContent = say(WAY_WORDS[way]);
    group.append(content);
  }
}

/** Gives the way that is chosen. */
export function findWay(section: HTMLElement): Way {
  return (section.querySelector<HTMLInputElement>("input[name=way]:checked")?.value ?? "browser") as Way;
}

/** Shows the ways to get the file that is offered, and what the browser would have to allow for better ones. */
export function showWaysOf(section: HTMLElement, offer: Offer, ways: readonly Way[], abilities: Abilities): void {
  const needsHosts = abilities.hasPieces && !abilities.hasHosts;
  const [way] = ways;
  showWays(section, ways);
  // What the first sentence promises must be so.
  findPart(section, "lead").hidden = !needsHosts && (way === "stream" || way === "browser");
  findPart(section, "more").hidden = ways.length < 2;
  findPart(section, "allow").hidden = !needsHosts;
  findPart(section, "hosts").textContent = listHosts(offer.mirrors).join(" ");
  findPart(section, "download").textContent = say(needsHosts ? "download_allow" : "download");
  findPart(section, "hint").textContent = explain(way, abilities, countRoom(offer.release.size, offer.begun));
}

/** Shows what is offered: its name, its size, and the mirror that is asked first. */
export function showOffer(section: HTMLElement, { release, mirrors }: Offer): void {
  const [first] = mirrors;
  findPart(section, "name").textContent = nameOf(release.path);
  findPart(section, "size").textContent = formatSize(release.size, say("language"));
  findPart(section, "mirror").textContent = first ? new URL(first.url_prefix).host : "–";
}
