/** The full page of the extension: what is offered, its download, and the check of a file. */
import { findPart } from "../../verify/find-part.ts";
import { readPageUrl } from "../page-url.ts";
import { fillPage } from "../words/fill-page.ts";
import { startCheckSection } from "./check-section.ts";
import { startDownloadSection } from "./download-section.ts";
import { showState } from "./show-state.ts";
import { takeHandovers } from "./take-handovers.ts";
import { tellEarlier } from "./tell-earlier.ts";

const wish = readPageUrl(location.hash);
const offered = { path: "" };

fillPage();
startCheckSection(findPart(document, "check"), () => offered.path);
takeHandovers(findPart(document, "notice"), () => offered.path);
tellEarlier(findPart(document, "notice"));
startDownloadSection(findPart(document, "offer"), wish).then(
  (path = "") => {
    offered.path = path;
  },
  // Such as a browser whose storage is broken.
  () => showState(findPart(document, "offer"), "none"),
);
