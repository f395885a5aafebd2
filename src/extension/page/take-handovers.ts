import { nameOf } from "../../verify/name-of.ts";
import { showName } from "../../verify/show-name.ts";
import { answerWhichTab } from "../open-tab.ts";
import { readPageUrl } from "../page-url.ts";
import { say } from "../words/say.ts";
import { isUnderWay } from "./is-under-way.ts";

function isBusy(): boolean {
  return [...document.querySelectorAll<HTMLElement>("[data-state]")].some(({ dataset }) =>
    isUnderWay(dataset["state"]),
  );
}

/**
 * Takes what the site hands over to this page while it is open: it begins anew with that, unless work is under way, which goes on; the
 * notice then tells what has to wait. `offered` gives the path of the file that is offered.
 */
export function takeHandovers(notice: HTMLElement, offered: () => string): void {
  answerWhichTab();
  addEventListener("hashchange", () => {
    const { path } = readPageUrl(location.hash);
    if (path === undefined) return;
    if (!isBusy()) return location.reload();
    history.replaceState(undefined, "", location.pathname);
    notice.textContent = path === offered() ? "" : say("other_waits", { name: showName(nameOf(path)) });
  });
}
