import { forget, readKept } from "../lists/kept.ts";
import { showName } from "../../verify/show-name.ts";
import { hearLost, type LostDownload } from "../heal/lost-download.ts";
import { type MessageKey, say } from "../words/say.ts";
import { takeLeftPlace } from "./note-place.ts";

const LOST_WORDS: Readonly<Record<LostDownload["kind"], MessageKey>> = {
  gone: "lost_gone",
  unchecked: "lost_unchecked",
};

/** Tells in a notice, once, what became of a download whose page or background went away. */
export function tellEarlier(notice: HTMLElement): void {
  const tell = (key: MessageKey, name: string): void => {
    notice.textContent = say(key, { name: showName(name) });
  };
  hearLost(({ kind, name }) => tell(LOST_WORDS[kind], name));
  void readKept("left").then(async (isLeft) => {
    if (!isLeft) return;
    tell("lost_left", "");
    await forget("left");
  });
  void takeLeftPlace().then((name) => {
    if (name !== undefined) tell("left_empty", name);
  });
}
