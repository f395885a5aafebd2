import { findPart } from "../../verify/find-part.ts";
import type { Turns } from "../../verify/turns.ts";
import type { Way } from "../ways/rank-ways.ts";
import { type MessageKey, say, type Words } from "../words/say.ts";
import type { Offer } from "./offer.ts";
import { showState } from "./show-state.ts";

/** The section in which a file is downloaded, and what is under way there. */
export interface Desk {
  readonly section: HTMLElement;
  readonly turns: Turns;
  readonly offer: Offer;
  /** The way that was begun last. */
  way: Way;
  /** Match patterns of the sites that the extension may ask. */
  allowed: readonly string[];
  /** Why the download is stopped, when it is; "revoked": the permission to ask the mirrors was taken back. */
  wish: "pause" | "cancel" | "revoked";
  /** How many mirrors the browser's own download was tried from. */
  tried: number;
}

/** A state of the section, and what there is to say. */
export interface Telling {
  readonly state: string;
  readonly key: MessageKey;
  readonly words?: Words;
}

/** Shows a state of the section, and says what there is to say. */
export function tellState({ section }: Pick<Desk, "section">, { state, key, words }: Telling): void {
  showState(section, state);
  findPart(section, "news").textContent = say(key, words);
}
