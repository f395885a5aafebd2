import { findPart } from "../../verify/find-part.ts";
import { downloadPlainly } from "../ways/download-plainly.ts";
import { nameOf } from "../../verify/name-of.ts";
import { type Desk, tellState } from "./desk.ts";

/** Leaves the download to the browser and the session's mirror, or the next one where that failed; then the person checks the file. */
export async function downloadOne(desk: Desk): Promise<void> {
  const { mirrors, release } = desk.offer;
  const mirror = mirrors[desk.tried % mirrors.length];
  if (!mirror) return tellState(desk, { state: "offer", key: "no_mirrors" });
  const words = { name: nameOf(release.path), host: new URL(mirror.url_prefix).host };
  tellState(desk, { state: "offer", key: "browser_running", words });
  const button = findPart(desk.section, "download") as HTMLButtonElement;
  button.disabled = true;
  const saved = await downloadPlainly(mirror, release.path);
  button.disabled = false;
  desk.tried += 1;
  if (saved === undefined) return tellState(desk, { state: "offer", key: "browser_failed", words });
  tellState(desk, { state: "offer", key: "browser_done", words: { name: saved } });
}
