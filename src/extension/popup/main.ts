/** The popup of the toolbar: what is offered or under way, and what can be done. The work itself is done in the full page, which stays open. */
import { findPart } from "../../verify/find-part.ts";
import { nameOf } from "../../verify/name-of.ts";
import { measurePart } from "../download/part-files.ts";
import { readKept } from "../lists/kept.ts";
import { loadReleases } from "../lists/load-releases.ts";
import { showTab } from "../open-tab.ts";
import { type Heard, hearProgress } from "../page/cast-progress.ts";
import { ACTS, type Act, renderProgress } from "../page/progress.ts";
import { showState } from "../page/show-state.ts";
import { renderPageUrl } from "../page-url.ts";
import { describeList } from "../words/describe-list.ts";
import { fillPage } from "../words/fill-page.ts";
import { formatSize } from "../words/format-size.ts";
import { say } from "../words/say.ts";

function openPage(part: "offer" | "check"): void {
  void showTab(`${renderPageUrl()}#${part}`, chrome.extension.inIncognitoContext).then(() => close());
}

/** The download that has begun comes first; it may not be in the list any more. */
async function start(popup: HTMLElement): Promise<void> {
  const [state, kept] = await Promise.all([loadReleases(), readKept("download")]);
  const files = "releases" in state ? state.releases.files : [];
  const begun = files.find(({ sha256 }) => sha256 === kept?.sha256);
  const file = begun ?? files[0];
  findPart(popup, "list").textContent = describeList(state);
  findPart(popup, "name").textContent = file ? nameOf(file.path) : "";
  findPart(popup, "size").textContent = file ? formatSize(file.size, say("language")) : "";
  if (popup.dataset["state"] === "loading") showState(popup, file ? "offer" : "none");
  const part = begun ? await measurePart(begun) : 0;
  const percent = new Intl.NumberFormat(say("language"), { style: "percent" }).format(part);
  findPart(popup, "begun").textContent =
    begun && part > 0 ? say("begun", { name: nameOf(begun.path), part: percent }) : "";
}

/** Shows the download that is under way in an open page, and lets that page do what can be done with it. */
function startActs(): void {
  let asksFirst = false;
  const order = hearProgress((heard: Heard) => {
    ({ asksFirst } = heard);
    if (popup.dataset["state"] !== "busy") showState(popup, "busy");
    renderProgress(popup, heard.progress);
  });
  const begin = (act: Act): void => (act === "resume" && asksFirst ? openPage("offer") : order(act));
  for (const act of ACTS) findPart(popup, act).addEventListener("click", () => begin(act));
}

fillPage();
const popup = findPart(document, "popup");
findPart(popup, "download").addEventListener("click", () => openPage("offer"));
findPart(popup, "open").addEventListener("click", () => openPage("offer"));
findPart(popup, "check").addEventListener("click", () => openPage("check"));
startActs();
void start(popup);
