import type { MirrorStatus, Status } from "../ops/status.ts";
import { showTime } from "./site-time.ts";

/** Gives why a mirror is in its state, in words for the status page; what keeps it out of the draw goes first. */
export function siteReason(url_prefix: string, state: string, status: Status | undefined): string {
  if (state === "off") return "switched off by a maintainer";
  const isThis = (other: Pick<MirrorStatus, "url_prefix">): boolean => other.url_prefix === url_prefix;
  const brokenSince = status?.balance?.mirrors.find(isThis)?.broken_since;
  if (state === "broken") return `not drawn: almost nobody who was sent there came (${showTime(brokenSince)})`;
  return status?.mirrors.find(isThis)?.reason ?? "has not been asked yet";
}
