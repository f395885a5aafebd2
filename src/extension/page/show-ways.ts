import { findPart } from "../../verify/find-part.ts";
import { type Abilities, countRoom, type Way } from "../ways/rank-ways.ts";
import { formatSize } from "../words/format-size.ts";
import { type MessageKey, say } from "../words/say.ts";
import type { Offer } from "./offer.ts";

const WAY_WORDS: Readonly<Record<Way, MessageKey>> = {
  storage: "way_storage",
  file: "way_file",
  stream: "way_stream",
  browser: "way_browser",
};

function tellRoom(key: "no_room" | "little_room", room: number, need: number): string {
  const lang = say("language");
  return say(key, { room: formatSize(room, lang), need: formatSize(need, lang) });
}

/** Tells why the best way is not to be had, if it is not; and where the file itself may not fit, that. */
function explain(way: Way | undefined, { hasPieces, hasStorage, room }: Abilities, offer: Offer): string {
  const { size } = offer.release;
  const need = countRoom(size, offer.begun);
  // What can be known of the disk is the room where the browser keeps its own files.
  const doubt = way !== "storage" && hasStorage && room < size ? tellRoom("little_room", room, size) : "";
  if (way === "stream") return doubt;
  if (!hasPieces) return [say("no_pieces"), doubt].join(" ").trim();
  if (!hasStorage) return way === "browser" ? say("private_window") : "";
  if (doubt !== "") return doubt;
  return room >= need ? "" : tellRoom("no_room", room, need);
}

function readWay(section: HTMLElement): Way | undefined {
  return section.querySelector<HTMLInputElement>("input[name=way]:checked")?.value as Way | undefined;
}

/** Gives the way that is chosen. */
export function findWay(section: HTMLElement): Way {
  return readWay(section) ?? "browser";
}

/** Chooses a way; what can't be chosen changes nothing. */
export function chooseWay(section: HTMLElement, way: Way): void {
  const input = section.querySelector<HTMLInputElement>(`input[name=way][value=${way}]`);
  if (input) input.checked = true;
}

/** Shows the first sentence, which promises what the chosen way keeps: of the browser's own download there is nothing to promise. */
export function showPromise(section: HTMLElement): void {
  const [lead, way] = [findPart(section, "lead"), findWay(section)];
  lead.hidden = way === "browser";
  lead.textContent = say(way === "stream" ? "way_stream" : "offer_lead");
}

/** Shows the ways to get the file that is offered. What was chosen before stays chosen, where it is still there. */
export function showWays(section: HTMLElement, ways: readonly Way[]): void {
  const [group, template] = [findPart(section, "ways"), section.querySelector<HTMLTemplateElement>("[data-part=way]")];
  const [best = "browser"] = ways;
  const before = readWay(section) ?? best;
  group.replaceChildren();
  for (const way of template ? ways : []) {
    const content = document.importNode(template?.content ?? new DocumentFragment(), true);
    const [input, words] = [content.querySelector("input"), content.querySelector("span")];
    if (input) input.value = way;
    if (words) words.textContent = say(WAY_WORDS[way]);
    group.append(content);
  }
  chooseWay(section, best);
  chooseWay(section, before);
}

/** Tells whether there is a choice, and why the best way is not to be had. */
export function explainWays(section: HTMLElement, offer: Offer, ways: readonly Way[], abilities: Abilities): void {
  const [way] = ways;
  findPart(section, "more").hidden = ways.length < 2;
  findPart(section, "hint").textContent = explain(way, abilities, offer);
}
