import { forget, readKept } from "../lists/kept.ts";
import { showName } from "../../verify/show-name.ts";
import { hearLost, type LostDownload } from "../heal/lost-download.ts";
import { type MessageKey, say } from "../words/say.ts";
import { takeLeftPlace } from "./note-place.ts";

const LOST_WORDS: Readonly<Record<LostDownload["kind"], MessageKey>> = {
  gone: "lost_gone",
  unchecked: "lost_unchecked",
};

/** Hears, now or later, of what a browser that was closed or broke down left behind. */
function hearLeft(onLeft: () => void): Promise<void> {
  const take = async (): Promise<void> => {
    if (!(await readKept("left"))) return;
    onLeft();
    await forget("left");
  };
  chrome.storage.onChanged.addListener(({ left }, area) => {
    if (area === "local" && left?.newValue !== undefined) void take();
  });
  return take();
}

/** Tells in a notice, once, what became of a download whose page or background went away. */
export function tellEarlier(notice: HTMLElement): void {
  const tell = (key: MessageKey, name: string): void => {
    notice.textContent = say(key, { name: showName(name) });
  };
  hearLost(({ kind, name }) => tell(LOST_WORDS[kind], name));
  void hearLeft(() => tell("lost_left", ""));
  void takeLeftPlace().then((name) => {
    if (name !== undefined) tell("left_empty", name);
  });
}
