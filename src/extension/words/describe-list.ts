import type { ReleasesState } from "../lists/load-releases.ts";
import { describeRefusal } from "./describe-refusal.ts";
import { say } from "./say.ts";

function formatDate(time: string): string {
  return new Intl.DateTimeFormat(say("language"), { dateStyle: "medium", timeStyle: "short" }).format(new Date(time));
}

/** Tells in words how the list of releases came. */
export function describeList(state: ReleasesState): string {
  if (state.kind === "none") return say("list_none");
  if (state.kind === "refused") return say("list_refused", { reason: describeRefusal(state.code) });
  const words = state.kind === "fresh" ? say("list_fresh") : say("list_kept", { date: formatDate(state.fetched) });
  return state.hasExpired ? `${words} ${say("list_expired")}` : words;
}
