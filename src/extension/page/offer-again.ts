import { findPart } from "../../verify/find-part.ts";
import type { ReleasesState } from "../lists/load-releases.ts";
import { askForHosts, listAllowed, listOwnAsked } from "../ways/host-permission.ts";
import { say } from "../words/say.ts";
import { showState } from "./show-state.ts";

/** Where nothing can be offered it can be tried again; the browser's user is asked for the project's site first, where they took it back. */
export async function offerAgain(section: HTMLElement, { kind }: Pick<ReleasesState, "kind">): Promise<void> {
  const asked = kind === "none" ? listOwnAsked(await listAllowed()) : [];
  const again = findPart(section, "again");
  if (asked.length > 0) {
    findPart(section, "list").textContent = say("list_not_allowed");
    again.textContent = say("allow_site");
  }
  again.onclick = async () => {
    if (asked.length === 0 || (await askForHosts(asked))) location.reload();
  };
  showState(section, "none");
}
