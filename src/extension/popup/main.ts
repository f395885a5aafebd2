/** The popup of the toolbar: what is offered, and the two things that can be done. The work itself is done in the full page, which stays open. */
import { findPart } from "../../verify/find-part.ts";
import { loadReleases } from "../lists/load-releases.ts";
import { showState } from "../page/show-state.ts";
import { showTab } from "../open-tab.ts";
import { renderPageUrl } from "../page-url.ts";
import { describeList } from "../words/describe-list.ts";
import { fillPage } from "../words/fill-page.ts";
import { formatSize } from "../words/format-size.ts";
import { nameOf } from "../../verify/name-of.ts";
import { say } from "../words/say.ts";

function openPage(part: "offer" | "check"): void {
  void showTab(`${renderPageUrl()}#${part}`, chrome.extension.inIncognitoContext).then(() => close());
}

async function start(popup: HTMLElement): Promise<void> {
  const state = await loadReleases();
  const file = "releases" in state ? state.releases.files[0] : undefined;
  findPart(popup, "list").textContent = describeList(state);
  findPart(popup, "name").textContent = file ? nameOf(file.path) : "";
  findPart(popup, "size").textContent = file ? formatSize(file.size, say("language")) : "";
  showState(popup, file ? "offer" : "none");
}

fillPage();
const popup = findPart(document, "popup");
findPart(popup, "download").addEventListener("click", () => openPage("offer"));
findPart(popup, "check").addEventListener("click", () => openPage("check"));
void start(popup);
