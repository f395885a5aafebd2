import { DOWNLOAD_LOCK } from "../download/clear-away.ts";
import { type Desk, type Telling, tellState } from "./desk.ts";

const ELSEWHERE: Telling = { state: "offer", key: "elsewhere" };
const BROKEN: Telling = { state: "failed", key: "failed_broken" };

/** Downloads unless another tab does, and tells what came of it when nothing of it runs any more. */
export async function holdDownload(desk: Desk, download: () => Promise<Telling>): Promise<void> {
  const telling = await navigator.locks.request(DOWNLOAD_LOCK, { ifAvailable: true }, (lock) =>
    lock ? download().catch(() => BROKEN) : ELSEWHERE,
  );
  tellState(desk, telling);
}
