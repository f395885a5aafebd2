import { pickSaveFile } from "../../verify/pick-save-file.ts";
import type { TargetPlace } from "../download/download-job.ts";

/** Asks, in the click that wants it, where a file shall go (Chromium). Undefined: the person changed their mind. */
export async function pickPlace(name: string): Promise<TargetPlace | undefined> {
  const handle = await pickSaveFile(name);
  return handle && { kind: "file", handle };
}
